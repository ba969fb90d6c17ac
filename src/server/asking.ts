import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Asking } from '../answer/index.ts'
import { goneSignal } from './gone.ts'
import { languageOf } from './language.ts'
import type { Serving } from './serving.ts'

export type AskingOf = (request: FastifyRequest, reply: FastifyReply) => Asking

/** What a request's question is answered from; `stopping` ends every question that is still open. */
export const askingFrom =
  ({ data, effects }: Serving, stopping: AbortSignal): AskingOf =>
  (request, reply) => ({
    warehouse: data.warehouse,
    moment: data.warehouse.moment(),
    now: effects.now,
    viewer: request.viewer,
    language: languageOf(request),
    client: clientOf(request),
    signal: AbortSignal.any([goneSignal(reply), stopping]),
  })

/** Whoever reads here by the same name from the same address. */
const clientOf = ({ viewer, ip }: FastifyRequest): string => `${viewer.id} ${ip}`
