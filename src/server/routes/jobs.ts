import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { type Job, type Jobs, jobKinds, jobShape } from '../../jobs/index.ts'
import type { AskingOf } from '../asking.ts'
import type { App } from '../serving.ts'
import { problemResponses } from './problem-responses.ts'

const address = '/api/jobs'
const ofOne = z.strictObject({ id: z.uuid() })
const response = { 200: jobShape, ...problemResponses }

const [first, ...others] = [...jobKinds.values()].map(({ name, input }) =>
  z.strictObject({ kind: z.literal(name), input }),
)
if (!first) throw new Error('there is no kind of long work')
const wanted = z.discriminatedUnion('kind', [first, ...others])

/** Long work: it is begun, asked after, cancelled, and what it made is taken away. */
export function jobRoutes(app: App, jobs: Jobs, askingOf: AskingOf): void {
  app.addHook('onReady', () => jobs.open())
  app.addHook('onClose', () => jobs.close())
  beginRoute(app, jobs, askingOf)
  readRoutes(app, jobs)
  fileRoute(app, jobs)
}

function beginRoute(app: App, jobs: Jobs, askingOf: AskingOf): void {
  const begin = { summary: 'Begins long work, which goes on without whoever began it', body: wanted, response }
  app.post(address, { schema: begin, config: { writes: 'job begun' } }, (request, reply) =>
    jobs.begin(request.body.kind, request.body.input, askingOf(request, reply)),
  )
  const remove = {
    summary: 'Cancels a job that has not ended; lets go of one that has, with its file',
    params: ofOne,
    response,
  }
  app.delete(`${address}/:id`, { schema: remove, config: { writes: 'job removed' } }, ({ viewer, params }) =>
    jobs.remove(viewer, params.id),
  )
}

function readRoutes(app: App, jobs: Jobs): void {
  const list = {
    summary: 'All jobs, the latest first',
    response: { 200: z.array(jobShape).readonly(), ...problemResponses },
  }
  app.get(address, { schema: list }, async ({ viewer }): Promise<readonly Job[]> => jobs.list(viewer))
  const see = { summary: 'How far a job is, or what became of it', params: ofOne, response }
  app.get(`${address}/:id`, { schema: see }, async ({ viewer, params }) => jobs.find(viewer, params.id))
}

function fileRoute(app: App, jobs: Jobs): void {
  const schema = {
    summary: 'The file that a job made',
    params: ofOne,
    response: { 200: { description: 'The file', content: { '*/*': { schema: z.unknown() } } }, ...problemResponses },
  }
  app.get(`${address}/:id/file`, { schema }, async ({ viewer, params }, reply) => {
    const { path, name, contentType } = jobs.fileOf(viewer, params.id)
    return reply
      .type(contentType)
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(createReadStream(path))
  })
}
