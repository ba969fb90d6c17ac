import { expect, it } from 'vitest'
import { createMetricsServer } from './app.ts'
import { createMetrics } from './metrics.ts'
import { emptyData, now, serverOver } from './server.fixture.ts'

it('shows the figures at an address of their own, and then not beside the reports', async () => {
  const data = emptyData()
  const metrics = createMetrics(data.gauges)
  const { app } = serverOver(data, { metrics, showsMetrics: false })
  expect((await app.inject('/metrics')).statusCode).toBe(404)
  const apart = createMetricsServer({ data, effects: { now: () => now, log: () => {} }, webFolder: '' }, metrics)
  expect((await apart.inject('/metrics')).body).toContain('plumbline_refusals_total{code="address-unknown"} 1')
  expect((await apart.inject('/api/status')).statusCode).toBe(404)
  expect((await apart.inject({ url: '/metrics', headers: { host: 'evil.example' } })).statusCode).toBe(421)
})
