import { Counter, collectDefaultMetrics, Histogram, Gauge as Level, Registry } from 'prom-client'
import type { Gauge } from '../gauge.ts'
import type { App } from './serving.ts'

/** What an operator asks the server about itself. */
export interface Metrics {
  readonly registry: Registry
  readonly refused: (code: string) => void
  /** Figures of another part. */
  readonly show: (gauges: readonly Gauge[]) => void
}

export function createMetrics(gauges: readonly Gauge[]): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const showAll = (all: readonly Gauge[]) => {
    for (const gauge of all) show(registry, gauge)
  }
  showAll(gauges)
  const refusals = new Counter({
    name: 'plumbline_refusals_total',
    help: 'Requests that were refused, by the code of the refusal.',
    labelNames: ['code'],
    registers: [registry],
  })
  return { registry, refused: (code) => refusals.inc({ code }), show: showAll }
}

function show(registry: Registry, gauge: Gauge): void {
  const { name, help, label } = gauge
  const Kind = gauge.kind === 'counter' ? Counter : Level
  const collect = async () => {
    const figures = await figuresOf(gauge)
    metric.reset()
    if (label === undefined) metric.remove({})
    for (const [of, figure] of Object.entries(figures)) metric.inc(label === undefined ? {} : { [label]: of }, figure)
  }
  const labelNames = label === undefined ? [] : [label]
  const metric = new Kind({ name, help, labelNames, collect, registers: [registry] })
}

/** A figure that cannot be had at the moment is left out, so that the others still come. */
async function figuresOf({ value }: Gauge): Promise<Readonly<Record<string, number>>> {
  try {
    const figures = await value()
    return typeof figures === 'number' ? { '': figures } : (figures ?? {})
  } catch {
    return {}
  }
}

/** Labels are patterns of routes, never addresses, so that their number is bounded. */
export function measure(app: App, { registry }: Metrics): void {
  const seconds = new Histogram({
    name: 'plumbline_http_request_seconds',
    help: 'Time from a request to its last byte, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    const labels = { method, route: routeOptions.url ?? 'none', status: reply.statusCode }
    seconds.observe(labels, reply.elapsedTime / 1000)
  })
}

export function metricsRoute(app: App, { registry }: Metrics): void {
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )
}
