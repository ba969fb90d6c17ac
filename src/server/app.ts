import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import Fastify, { LogController } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { Refusal } from '../errors/index.ts'
import { Documents } from '../store/index.ts'
import { askingFrom } from './asking.ts'
import { closeGently } from './close.ts'
import { frameworkLog } from './framework-log.ts'
import { setHeaders } from './guard/headers.ts'
import { guardHost } from './guard/hosts.ts'
import { limitQuestions, limitRate, usualLimits } from './guard/limits.ts'
import { RefusalLog } from './guard/refusal-log.ts'
import { answerUnreadable, guardHead, pathOf } from './guard/request-head.ts'
import { guardSite } from './guard/sites.ts'
import { parseStrictly, takeNothingUnsaid } from './guard/strict.ts'
import { knowViewer } from './guard/viewer.ts'
import { jobsOver } from './jobs.ts'
import { createMetrics, type Metrics, measure, metricsRoute } from './metrics.ts'
import { describeApi } from './openapi.ts'
import { answerProblem, bodyLimit, type ProblemAnswer } from './problems.ts'
import { peopleRoute, statusRoutes } from './routes/data.ts'
import { documentQuestionRoutes, documentRoutes } from './routes/documents.ts'
import { exportRoute } from './routes/export.ts'
import { forecastRoutes } from './routes/forecasts.ts'
import { goalRoutes } from './routes/goals.ts'
import { healthRoutes } from './routes/health.ts'
import { importRoutes } from './routes/imports.ts'
import { jobRoutes } from './routes/jobs.ts'
import { keptDocumentRoutes } from './routes/kept-documents.ts'
import { catalogueRoutes, questionRoutes } from './routes/reports.ts'
import type { App, Serving } from './serving.ts'
import { serveWeb } from './web.ts'
import { logWrites } from './write-log.ts'

/** The server as a value: tests call it, `listen` opens it. */
export function createServer(serving: Serving): App {
  const metrics = serving.metrics ?? createMetrics(serving.data.gauges)
  const refusals = new RefusalLog(serving.effects)
  const answer = answerProblem(serving.effects.log, refusals, metrics)
  const app = newApp(serving, metrics, answer)
  const stopping = closeGently(app, serving.data)
  parseStrictly(app)
  takeNothingUnsaid(app)
  app.setErrorHandler(answer)
  setHeaders(app)
  guard(app, serving)
  tellInTime(app, refusals)
  knowViewer(app)
  logWrites(app, serving.effects.log)
  app.register(compress, { globalDecompression: false })
  describeApi(app)
  app.register(async (scope: App) => addRoutes(scope, serving, metrics, stopping))
  serveWeb(app, serving.webFolder)
  return app
}

/** A number that nothing follows is told all the same. */
function tellInTime(app: App, refusals: RefusalLog): void {
  const timer = setInterval(() => refusals.flush(), 60_000).unref()
  app.addHook('onClose', async () => {
    clearInterval(timer)
    refusals.flush()
  })
}

/** Shows the figures and nothing else, for an address that no reader reaches. */
export function createMetricsServer(serving: Serving, metrics: Metrics): App {
  const refusals = new RefusalLog(serving.effects)
  const answer = answerProblem(serving.effects.log, refusals, metrics)
  const app = newApp(serving, metrics, answer)
  app.setErrorHandler(answer)
  setHeaders(app)
  guard(app, serving)
  tellInTime(app, refusals)
  app.register(async (scope: App) => metricsRoute(scope, metrics))
  app.setNotFoundHandler(() => {
    throw new Refusal('address-unknown', {})
  })
  return app
}

function newApp({ effects, trustedProxies = [] }: Serving, metrics: Metrics, answer: ProblemAnswer): App {
  return Fastify({
    loggerInstance: frameworkLog(effects.log),
    logController: new LogController({ requestIdLogLabel: 'logId' }),
    bodyLimit,
    rewriteUrl: pathOf,
    clientErrorHandler: answerUnreadable(metrics),
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    genReqId: () => randomUUID(),
    requestTimeout: 60_000,
    frameworkErrors: answer,
  }).withTypeProvider<ZodTypeProvider>()
}

/** The limit comes first: a refusal costs something too. */
function guard(app: App, { hosts, limits, trustedProxies = [] }: Serving): void {
  limitRate(app, limits ?? usualLimits)
  app.after(() => {
    guardHead(app)
    guardHost(app, hosts ?? [])
    guardSite(app, { knowsScheme: trustedProxies.length > 0 })
  })
}

function addRoutes(app: App, serving: Serving, metrics: Metrics, stopping: AbortSignal): void {
  const askingOf = askingFrom(serving, stopping)
  const jobs = jobsOver(serving)
  metrics.show(jobs.gauges)
  measure(app, metrics)
  if (serving.showsMetrics ?? true) metricsRoute(app, metrics)
  healthRoutes(app, serving.data)
  catalogueRoutes(app, askingOf)
  peopleRoute(app, askingOf)
  statusRoutes(app, serving.data)
  importRoutes(app, serving.data, serving.effects)
  const documents = new Documents(serving.data.landing)
  goalRoutes(app, serving, documents, askingOf)
  forecastRoutes(app, serving.data, documents, askingOf)
  documentRoutes(app)
  keptDocumentRoutes(app, documents, askingOf)
  app.register(async (scope: App) => {
    limitQuestions(scope, serving.limits ?? usualLimits)
    questionRoutes(scope, askingOf)
    exportRoute(scope, askingOf)
    documentQuestionRoutes(scope, askingOf)
    jobRoutes(scope, jobs, askingOf)
  })
}
