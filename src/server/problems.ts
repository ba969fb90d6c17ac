import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { shapes } from '../answer/index.ts'
import type { Effects } from '../effects.ts'
import { ourFaultIn, Refusal, refusalIn } from '../errors/index.ts'
import { isGone } from './gone.ts'
import type { RefusalLog } from './guard/refusal-log.ts'
import { languageOf } from './language.ts'
import type { Metrics } from './metrics.ts'

type Log = Effects['log']

/** Refusals that may be an attempt at something. */
const securityEvents: readonly string[] = [
  'host-unknown',
  'host-unclear',
  'from-another-site',
  'too-many-requests',
  'too-many-questions',
  'body-too-large',
]

export const problem = (code: string, message: string, logId?: string): shapes.Problem => ({
  error: { code, message, logId },
})

/** In bytes; enough for a question with every bound filled. */
export const bodyLimit = 256 * 1024

/** Mistakes that the framework finds, in our words. */
function mistake(error: FastifyError): Refusal | null {
  const { code, statusCode } = error
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Refusal('body-not-json', {})
  if (code === 'FST_ERR_BAD_URL') return new Refusal('address-unreadable', {})
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refusal('body-too-large', { bytes: bodyLimit })
  if (code?.startsWith('FST_ERR_CTP') || error instanceof SyntaxError) return new Refusal('body-unreadable', {})
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new Refusal('address-unreadable', {})
  return null
}

function answerRefusal(refusals: RefusalLog, refusal: Refusal, request: FastifyRequest, reply: FastifyReply) {
  const { ip: client, method, url, id: logId } = request
  if (securityEvents.includes(refusal.code)) refusals.tell({ code: refusal.code, client, method, url, logId })
  if (isBusy(refusal)) reply.header('retry-after', refusal.of.seconds)
  const { error } = problem(refusal.code, refusalIn(languageOf(request), refusal))
  return reply.code(refusal.status).send({ error: isStale(refusal) ? { ...error, stale: staleOf(refusal) } : error })
}

const isBusy = (refusal: Refusal): refusal is Refusal<'engine-busy'> => refusal.code === 'engine-busy'

const isStale = (refusal: Refusal): refusal is Refusal<'document-stale'> => refusal.code === 'document-stale'

const staleOf = ({ of }: Refusal<'document-stale'>) => ({ revision: of.revision, steps: of.steps })

/** The stranger gets a number, the operator finds everything else behind it in the log. */
function answerBug(log: Log, error: Error, request: FastifyRequest, reply: FastifyReply) {
  const logId = request.id
  log('request failed', { logId, method: request.method, url: request.url, error: error.stack ?? String(error) })
  return reply.code(500).send(problem('internal', ourFaultIn(languageOf(request), logId), logId))
}

export type ProblemAnswer = (
  error: FastifyError | Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
) => FastifyReply

export const answerProblem =
  (log: Log, refusals: RefusalLog, { refused }: Metrics): ProblemAnswer =>
  (error, request, reply) => {
    if (isGone(reply)) return reply.send()
    const refusal = error instanceof Refusal ? error : mistake(error)
    if (refusal === null) return answerBug(log, error, request, reply)
    refused(refusal.code)
    return answerRefusal(refusals, refusal, request, reply)
  }
