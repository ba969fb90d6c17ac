import { z } from 'zod'
import { readDocument } from '../../answer/index.ts'
import { Refusal } from '../../errors/index.ts'
import { type Aim, type Documents, goalShapes, reportKind } from '../../store/index.ts'
import type { AskingOf } from '../asking.ts'
import type { App } from '../serving.ts'
import { documentBody } from './documents.ts'
import { problemResponses } from './problem-responses.ts'

/** The kinds that are kept as they are, without figures made of them. */
const kinds = { report: reportKind } as const
type KindName = keyof typeof kinds

const address = '/api/documents/:kind'
const kindPath = z.strictObject({ kind: z.literal(Object.keys(kinds) as KindName[]) })
const path = kindPath.extend({ id: goalShapes.goalId })
const { seenRevision } = goalShapes

const kept = z.object({ id: z.string(), revision: z.int(), content: documentBody })
const response = { 200: kept, ...problemResponses }

/** Documents that people keep: all of a kind, one, its changes, and the changing of it. */
export function keptDocumentRoutes(app: App, documents: Documents, askingOf: AskingOf): void {
  readRoutes(app, documents, askingOf)
  putRoute(app, documents, askingOf)
  removeRoutes(app, documents, askingOf)
}

function readRoutes(app: App, documents: Documents, askingOf: AskingOf): void {
  const list = {
    summary: 'All kept documents of a kind, and why some cannot be read',
    params: kindPath,
    response: {
      200: z.object({ documents: z.array(kept).readonly(), unreadable: z.array(z.string()).readonly() }),
      ...problemResponses,
    },
  }
  app.get(address, { schema: list }, (request, reply) => {
    const { documents: found, unreadable } = documents.list(kinds[request.params.kind], askingOf(request, reply))
    return { documents: found, unreadable: unreadable.map(({ message }) => message) }
  })
  const one = { summary: 'A kept document', params: path, response }
  app.get(`${address}/:id`, { schema: one }, async (request, reply) => {
    const { kind, id } = request.params
    const found = await documents.find(kinds[kind], askingOf(request, reply), id)
    if (!found) throw new Refusal('document-unknown', { kind, id })
    return found
  })
}

const aimOf = ({ id }: { id: string }, { revision }: { revision?: number | undefined }): Aim => ({
  id,
  revision: revision ?? null,
})

function putRoute(app: App, documents: Documents, askingOf: AskingOf): void {
  const schema = {
    summary: 'Keeps a document or changes it',
    params: path,
    querystring: seenRevision,
    body: documentBody,
    response,
  }
  app.put(`${address}/:id`, { schema, config: { writes: 'document put' } }, (request, reply) => {
    const aim = aimOf(request.params, request.query)
    return documents.put(kinds[request.params.kind], askingOf(request, reply), aim, readDocument(request.body))
  })
}

function removeRoutes(app: App, documents: Documents, askingOf: AskingOf): void {
  const schema = {
    summary: 'Removes a kept document, which is the answer; its history stays, and it can be restored',
    params: path,
    querystring: seenRevision,
    response,
  }
  app.delete(`${address}/:id`, { schema, config: { writes: 'document removed' } }, (request, reply) =>
    documents.remove(kinds[request.params.kind], askingOf(request, reply), aimOf(request.params, request.query)),
  )
  const restored = { ...schema, summary: 'Makes a removed document what it was last' }
  const config = { writes: 'document restored' }
  app.post(`${address}/:id/restoration`, { schema: restored, config }, (request, reply) =>
    documents.restore(kinds[request.params.kind], askingOf(request, reply), aimOf(request.params, request.query)),
  )
}
