import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Asking, finished, type Told } from '../answer/index.ts'

/** What a client gets who names the tag of the answer that it has. */
export const sameAsBefore = { 304: z.null().describe('The answer with the tag in If-None-Match is still the one') }

/** Sends what `make` makes of what was asked, at hand or new; or nothing, where the client has the same already. */
export async function sendFinished<A extends Told>(
  request: FastifyRequest,
  reply: FastifyReply,
  asking: Asking,
  make: () => Promise<A>,
): Promise<void> {
  const asked = [request.routeOptions.url, request.params, request.body]
  const { text, tag } = await finished(asking, asked, make, (answer) => String(reply.serialize(answer)))
  const weak = `W/"${tag}"`
  reply.header('etag', weak)
  // What is compressed is on its way for a while, and a handler that ends before sends a second reply, an empty one.
  await (isAt(request, weak) ? reply.code(304).send() : reply.type('application/json; charset=utf-8').send(text))
}

const isAt = ({ headers }: FastifyRequest, tag: string): boolean =>
  (headers['if-none-match'] ?? '').split(',').some((each) => each.trim() === tag)
