import { z } from 'zod'
import type { DataFolder } from '../../data-folder.ts'
import type { Effects } from '../../effects.ts'
import { Refusal } from '../../errors/index.ts'
import { ImportTurns } from '../imports/turning.ts'
import { pieceLimit } from '../imports/upload.ts'
import { chosenAccount, chosenMapping, fileName, shapeOf, uploadId, uploadShape } from '../imports/upload-shapes.ts'
import { Uploads } from '../imports/uploads.ts'
import { languageOf } from '../language.ts'
import type { App } from '../serving.ts'
import { pastImportRoutes } from './past-imports.ts'
import { problemResponses } from './problem-responses.ts'

const imports = '/api/imports'
const ofOne = z.strictObject({ id: uploadId })
const response = { 200: uploadShape, ...problemResponses }

/** What the import command does, in steps: hand files in, see and change how they are read, load. */
export function importRoutes(app: App, data: DataFolder, effects: Effects): void {
  const uploads = new Uploads(data, effects)
  const turns = new ImportTurns(data, effects)
  app.addHook('onReady', () => uploads.clearOfEarlier())
  app.addHook('onClose', async () => {
    await Promise.all([uploads.close(), turns.settled()])
  })
  app.register(async (scope: App) => {
    scope.addHook('onRequest', async ({ viewer }) => {
      if (!viewer.rights.may('import')) throw new Refusal('import-not-yours', {})
    })
    beginRoutes(scope, uploads)
    fileRoute(scope, uploads)
    scope.register(async (pieces: App) => pieceRoute(pieces, uploads))
    readingRoutes(scope, uploads)
    loadRoute(scope, uploads)
    pastImportRoutes(scope, data, turns)
  })
}

function fileRoute(app: App, uploads: Uploads): void {
  const schema = { summary: 'Takes one file out of an upload', params: ofOne.extend({ name: fileName }), response }
  const options = { schema, config: { writes: 'file dropped' } }
  app.delete(`${imports}/:id/files/:name`, options, async (request) => {
    const { id, name } = request.params
    const upload = uploads.find(id)
    await upload.drop(name)
    return shapeOf(upload, languageOf(request))
  })
}

function beginRoutes(app: App, uploads: Uploads): void {
  const begin = { summary: 'Begins an upload of files to import', response }
  app.post(imports, { schema: begin, config: { writes: 'upload begun' } }, async (request) =>
    shapeOf(await uploads.begin(), languageOf(request)),
  )
  const drop = {
    summary: 'Lets go of an upload and its files',
    params: ofOne,
    response: { 200: z.object({ id: uploadId }), ...problemResponses },
  }
  app.delete(`${imports}/:id`, { schema: drop, config: { writes: 'upload dropped' } }, async ({ params }) => {
    await uploads.discard(params.id)
    return { id: params.id }
  })
}

/** Its bodies are pieces of files, and no JSON. */
function pieceRoute(app: App, uploads: Uploads): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: pieceLimit }, (_, body, done) =>
    done(null, body),
  )
  const schema = {
    summary: 'Hands in the next piece of a file',
    description: `Send at most ${pieceLimit} bytes as application/octet-stream.`,
    consumes: ['application/octet-stream'],
    params: ofOne.extend({ name: fileName }),
    querystring: z.strictObject({
      at: z.coerce
        .number()
        .int()
        .min(0)
        .max(2 ** 40),
    }),
    body: z.unknown(),
    response: { 200: z.object({ name: z.string(), bytes: z.int() }), ...problemResponses },
  }
  const options = { schema, bodyLimit: pieceLimit, config: { writes: 'file handed in' } }
  app.put(`${imports}/:id/files/:name`, options, async ({ params: { id, name }, query: { at }, body }) => {
    const upload = uploads.find(id)
    if (!Buffer.isBuffer(body) || body.length === 0) throw new Refusal('upload-piece-missing', { bytes: pieceLimit })
    return { name, bytes: await upload.write(name, at, body) }
  })
}

function readingRoutes(app: App, uploads: Uploads): void {
  const see = { summary: 'How far an upload is, and how its files are read', params: ofOne, response }
  app.get(`${imports}/:id`, { schema: see }, async (request) =>
    shapeOf(await uploads.find(request.params.id).awaited(), languageOf(request)),
  )
  const read = {
    summary: 'Begins to read the files, as a mapping says or as they propose it themselves',
    params: ofOne,
    body: z.strictObject({ mapping: chosenMapping.nullable(), account: chosenAccount.optional() }),
    response,
  }
  app.put(`${imports}/:id/reading`, { schema: read, config: { writes: 'reading chosen' } }, async (request) => {
    const { params, body } = request
    const upload = await uploads.find(params.id).awaited()
    upload.read(body.mapping, body.account ?? {})
    return shapeOf(upload, languageOf(request))
  })
}

function loadRoute(app: App, uploads: Uploads): void {
  const schema = { summary: 'Begins to land and load the files as they were read', params: ofOne, response }
  app.post(`${imports}/:id/load`, { schema, config: { writes: 'import' } }, async (request) =>
    shapeOf(uploads.load(request.params.id, request.viewer.id), languageOf(request)),
  )
}
