import type { FastifyRequest } from 'fastify'
import { type Language, languageFrom } from '../words/index.ts'

/** What whoever sent a request reads, as their browser tells it. */
export const languageOf = ({ headers }: FastifyRequest): Language => languageFrom(headers['accept-language'])
