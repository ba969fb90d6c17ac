import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import Fastify, { LogController } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { askingFrom } from './asking.ts'
import { closeGently } from './close.ts'
import { frameworkLog } from './framework-log.ts'
import { setHeaders } from './headers.ts'
import { guardHost } from './hosts.ts'
import { limitQuestions, limitRate, usualLimits } from './limits.ts'
import { createMetrics, type Metrics, measure, metricsRoute } from './metrics.ts'
import { describeApi } from './openapi.ts'
import { answerProblem, answerProblems, bodyLimit } from './problems.ts'
import { peopleRoute, statusRoutes } from './routes/data.ts'
import { exportRoute } from './routes/export.ts'
import { forecastRoutes } from './routes/forecasts.ts'
import { goalRoutes } from './routes/goals.ts'
import { healthRoutes } from './routes/health.ts'
import { catalogueRoutes, questionRoutes } from './routes/reports.ts'
import type { App, Serving } from './serving.ts'
import { guardSite } from './sites.ts'
import { parseStrictly } from './strict.ts'
import { knowViewer } from './viewer.ts'
import { serveWeb } from './web.ts'

/** The server as a value: tests call it, `listen` opens it. */
export function createServer(serving: Serving): App {
  const metrics = serving.metrics ?? createMetrics(serving.data.gauges)
  const app = newApp(serving, metrics)
  const stopping = closeGently(app, serving.data)
  parseStrictly(app)
  answerProblems(app, serving.effects.log, metrics)
  setHeaders(app)
  guard(app, serving)
  knowViewer(app)
  app.register(compress, { globalDecompression: false })
  describeApi(app)
  app.register(async (scope: App) => addRoutes(scope, serving, metrics, stopping))
  serveWeb(app, serving.webFolder)
  return app
}

function newApp({ effects }: Serving, metrics: Metrics): App {
  return Fastify({
    loggerInstance: frameworkLog(effects.log),
    logController: new LogController({ requestIdLogLabel: 'logId' }),
    bodyLimit,
    genReqId: () => randomUUID(),
    requestTimeout: 60_000,
    frameworkErrors: answerProblem(effects.log, metrics),
  }).withTypeProvider<ZodTypeProvider>()
}

function guard(app: App, { hosts, limits }: Serving): void {
  guardHost(app, hosts ?? [])
  guardSite(app)
  limitRate(app, limits ?? usualLimits)
}

function addRoutes(app: App, serving: Serving, metrics: Metrics, stopping: AbortSignal): void {
  const askingOf = askingFrom(serving, stopping)
  measure(app, metrics)
  metricsRoute(app, metrics)
  healthRoutes(app, serving.data)
  catalogueRoutes(app, askingOf)
  peopleRoute(app, askingOf)
  statusRoutes(app, serving.data)
  goalRoutes(app, serving.data, askingOf)
  forecastRoutes(app, serving.data, askingOf)
  app.register(async (scope: App) => {
    limitQuestions(scope, serving.limits ?? usualLimits)
    questionRoutes(scope, askingOf)
    exportRoute(scope, askingOf)
  })
}
