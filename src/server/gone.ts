import { finished } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** Fires when the client goes away before its answer is out. */
export function goneSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController()
  finished(reply.raw, (error) => {
    if (error) controller.abort(error)
  })
  return controller.signal
}

export const isGone = (reply: FastifyReply): boolean => reply.raw.destroyed && !reply.raw.writableFinished

/** Takes a client for gone that has not moved for so long: a download that nobody reads holds a place in the engine. */
export function giveUpIdle(reply: FastifyReply, afterMs: number): void {
  reply.raw.setTimeout(afterMs, () => reply.raw.destroy())
}
