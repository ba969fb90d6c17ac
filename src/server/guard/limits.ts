import { finished } from 'node:stream'
import rateLimit from '@fastify/rate-limit'
import { Refusal } from '../../errors/index.ts'
import type { App } from '../serving.ts'

/** What one client may ask of the server; a client is the address that the connection comes from. */
export interface Limits {
  readonly requestsAMinute: number
  /** The engine has a bound of its own for all clients together. */
  readonly questionsAtOnce: number
}

/** Far above what a reader does, and low enough that one client cannot fill the queue of the others. */
export const usualLimits: Limits = { requestsAMinute: 6000, questionsAtOnce: 16 }

/** Counts every request, also one to an address that is not there. */
export function limitRate(app: App, { requestsAMinute }: Limits): void {
  app.register(rateLimit, {
    global: false,
    max: requestsAMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: () => new Refusal('too-many-requests', {}),
  })
  app.after(() => void app.addHook('onRequest', app.rateLimit()))
}

/** Refuses the question of a client that already waits for as many as it may. */
export function limitQuestions(app: App, { questionsAtOnce }: Limits): void {
  const waiting = new Map<string, number>()
  app.addHook('onRequest', async ({ ip }, reply) => {
    const before = waiting.get(ip) ?? 0
    if (before >= questionsAtOnce) throw new Refusal('too-many-questions', { atOnce: questionsAtOnce })
    waiting.set(ip, before + 1)
    finished(reply.raw, () => release(waiting, ip))
  })
}

function release(waiting: Map<string, number>, ip: string): void {
  const left = (waiting.get(ip) ?? 0) - 1
  if (left > 0) waiting.set(ip, left)
  else waiting.delete(ip)
}
