import { z } from 'zod'
import {
  ask,
  cell,
  documentOf,
  documentPage,
  documentVersion,
  question,
  readDocument,
  records,
  recordsRequest,
  shapes,
} from '../../answer/index.ts'
import type { AskingOf } from '../asking.ts'
import { sameAsBefore, sendFinished } from '../finished.ts'
import type { App } from '../serving.ts'
import { compress, fileContents, fileFormat, sendFile } from './file-reply.ts'
import { problemResponses } from './problem-responses.ts'
import { reportId, reportPath } from './report-id.ts'

const address = '/api/documents'

/** Described by what it must have; `readDocument` reads it whole, and says what is wrong at which place. */
export const documentBody = z
  .looseObject({ version: z.unknown().optional() })
  .describe(
    `A report as data (version ${documentVersion}): version, title, counts, date, range and measures, and where, rules, by, breakdown, settings, chart, presentation and chosen where it has them. GET /api/reports/{collection}/{name}/document shows that of any report.`,
  )

const asks = { document: documentBody, question: question.default({}) }

/** The document of a report of ours. */
export function documentRoutes(app: App): void {
  const own = {
    summary: 'A report as a document, which answers as the report does',
    params: reportPath,
    querystring: z.strictObject({ tab: z.string().max(200).optional() }),
    response: { 200: z.looseObject({ version: z.int() }), ...problemResponses },
  }
  app.get('/api/reports/:collection/:name/document', { schema: own }, ({ params, query: { tab } }) =>
    documentOf(reportId(params), tab === undefined ? {} : { tab }),
  )
}

/** The same as of a report of ours: what it is, its figures, the records behind one of them, and a file of these. */
export function documentQuestionRoutes(app: App, askingOf: AskingOf): void {
  pageRoute(app, askingOf)
  answerRoute(app, askingOf)
  recordsRoute(app, askingOf)
  fileRoute(app, askingOf)
}

function pageRoute(app: App, askingOf: AskingOf): void {
  const schema = {
    summary: 'What a report as a document counts, offers and means',
    body: z.strictObject({ document: documentBody }),
    response: { 200: shapes.documentPage, ...problemResponses },
  }
  app.post(`${address}/page`, { schema }, (request, reply) =>
    documentPage(askingOf(request, reply), readDocument(request.body.document)),
  )
}

function answerRoute(app: App, askingOf: AskingOf): void {
  const schema = {
    summary: 'The figures of a report as a document',
    body: z.strictObject(asks),
    response: { 200: shapes.answer, ...sameAsBefore, ...problemResponses },
  }
  app.post(`${address}/answer`, { schema }, (request, reply) => {
    const asking = askingOf(request, reply)
    const { document, question } = request.body
    return sendFinished(request, reply, asking, () => ask(asking, readDocument(document), question))
  })
}

function recordsRoute(app: App, askingOf: AskingOf): void {
  const schema = {
    summary: 'A page of the records behind a figure of a report as a document',
    body: recordsRequest.extend(asks),
    response: { 200: shapes.recordsPage, ...sameAsBefore, ...problemResponses },
  }
  app.post(`${address}/records`, { schema }, (request, reply) => {
    const asking = askingOf(request, reply)
    const { document, ...wanted } = request.body
    return sendFinished(request, reply, asking, () => records(asking, readDocument(document), wanted))
  })
}

function fileRoute(app: App, askingOf: AskingOf): void {
  const schema = {
    summary: 'All records behind a figure of a report as a document, as a file',
    body: z.strictObject({ ...asks, cell, format: fileFormat }),
    response: { 200: { description: 'The file', content: fileContents }, ...problemResponses },
  }
  app.post(`${address}/file`, { schema, compress }, (request, reply) => {
    const { document, ...wanted } = request.body
    return sendFile(reply, askingOf(request, reply), readDocument(document), wanted)
  })
}
