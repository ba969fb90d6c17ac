import { z } from 'zod'
import {
  ask,
  believable,
  condition,
  fieldValues,
  question,
  records,
  recordsRequest,
  reportList,
  reportPage,
  shapes,
} from '../../answer/index.ts'
import type { AskingOf } from '../asking.ts'
import { sameAsBefore, sendFinished } from '../finished.ts'
import type { App } from '../serving.ts'
import { problemResponses } from './problem-responses.ts'
import { reportId, reportPath } from './report-id.ts'

const reports = '/api/reports'
const report = `${reports}/:collection/:name`

export function catalogueRoutes(app: App, askingOf: AskingOf): void {
  listRoute(app, askingOf)
  pageRoute(app, askingOf)
  believableRoute(app, askingOf)
}

function listRoute(app: App, askingOf: AskingOf): void {
  const response = { 200: z.array(shapes.reportSummary).readonly(), ...problemResponses }
  app.get(reports, { schema: { summary: 'All reports', response } }, (request, reply) =>
    reportList(askingOf(request, reply)),
  )
}

const tabQuery = z.strictObject({ tab: z.string().max(200).optional() })

function pageRoute(app: App, askingOf: AskingOf): void {
  const schema = {
    summary: 'One report: what it counts, its filters, its defaults',
    params: reportPath,
    querystring: tabQuery,
    response: { 200: shapes.reportPage, ...problemResponses },
  }
  app.get(report, { schema }, (request, reply) =>
    reportPage(askingOf(request, reply), reportId(request.params), request.query.tab),
  )
}

function believableRoute(app: App, askingOf: AskingOf): void {
  const schema = {
    summary: 'How far the history that a report reads can be believed',
    params: reportPath,
    querystring: tabQuery,
    response: { 200: shapes.believable, ...problemResponses },
  }
  app.get(`${report}/believable`, { schema }, (request, reply) =>
    believable(askingOf(request, reply), reportId(request.params), request.query.tab),
  )
}

export function questionRoutes(app: App, askingOf: AskingOf): void {
  answerRoute(app, askingOf)
  recordsRoute(app, askingOf)
  valuesRoute(app, askingOf)
}

function answerRoute(app: App, askingOf: AskingOf): void {
  const schema = {
    summary: 'The figures',
    params: reportPath,
    body: question,
    response: { 200: shapes.answer, ...sameAsBefore, ...problemResponses },
  }
  app.post(`${report}/answer`, { schema }, (request, reply) => {
    const asking = askingOf(request, reply)
    return sendFinished(request, reply, asking, () => ask(asking, reportId(request.params), request.body))
  })
}

function recordsRoute(app: App, askingOf: AskingOf): void {
  const schema = {
    summary: 'A page of the records behind a figure, or of those left out of it',
    params: reportPath,
    body: recordsRequest,
    response: { 200: shapes.recordsPage, ...sameAsBefore, ...problemResponses },
  }
  app.post(`${report}/records`, { schema }, (request, reply) => {
    const asking = askingOf(request, reply)
    return sendFinished(request, reply, asking, () => records(asking, reportId(request.params), request.body))
  })
}

const valuesQuery = tabQuery.extend({
  field: condition.shape.field,
  search: z.string().max(200).default(''),
})

function valuesRoute(app: App, askingOf: AskingOf): void {
  const schema = {
    summary: 'The values that occur in a field, most frequent first',
    params: reportPath,
    querystring: valuesQuery,
    response: { 200: shapes.fieldValues, ...problemResponses },
  }
  app.get(`${report}/values`, { schema }, (request, reply) => {
    const { field, search, tab } = request.query
    return fieldValues(askingOf(request, reply), reportId(request.params), field, search, tab)
  })
}
