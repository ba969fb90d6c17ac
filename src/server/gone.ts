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

/** Takes a client for gone that has not read for so long: it holds a place in the engine. One that waits for its turn is not idle. */
export function giveUpIdle({ raw }: FastifyReply, afterMs: number): void {
  raw.setTimeout(afterMs, () => {
    if (raw.writableNeedDrain) raw.destroy()
    else raw.setTimeout(afterMs)
  })
}
