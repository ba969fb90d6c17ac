import { describe, expect, it } from 'vitest'
import type { Gauge } from '../gauge.ts'
import { createMetrics } from './metrics.ts'
import { emptyData, serverOver } from './server.fixture.ts'

const gauge = (name: Gauge['name'], value: Gauge['value'], more: Partial<Gauge> = {}): Gauge => ({
  name,
  help: 'A figure.',
  kind: 'gauge',
  value,
  ...more,
})

/** Of these gauges; every server has those of its jobs beside them. */
async function shown(...gauges: readonly Gauge[]): Promise<readonly string[]> {
  const { app } = serverOver(emptyData(), { metrics: createMetrics(gauges) })
  const { body } = await app.inject('/metrics')
  const lines = body.split('\n').filter((line) => line.startsWith('plumbline_'))
  return lines.filter((line) => !line.startsWith('plumbline_jobs'))
}

describe('the metrics', () => {
  it('show what each part knows at the moment', async () => {
    let figure = 1
    const counting = gauge('plumbline_now', () => figure++)
    const { app } = serverOver(emptyData(), { metrics: createMetrics([counting]) })
    expect((await app.inject('/metrics')).body).toContain('\nplumbline_now 1\n')
    expect((await app.inject('/metrics')).body).toContain('\nplumbline_now 2\n')
  })

  it('tell figures apart by a label', async () => {
    const lanes = gauge('plumbline_lanes', () => ({ quick: 1, slow: 2 }), { label: 'lane' })
    expect(await shown(lanes)).toEqual(['plumbline_lanes{lane="quick"} 1', 'plumbline_lanes{lane="slow"} 2'])
  })

  it('leave out what is not known, and what cannot be had, and show the others', async () => {
    const broken = gauge('plumbline_broken', () => Promise.reject(new Error('disk gone')))
    const unknown = gauge('plumbline_unknown', () => null)
    const known = gauge('plumbline_known', async () => 3, { kind: 'counter' })
    expect(await shown(broken, unknown, known)).toEqual(['plumbline_known 3'])
  })

  it('count refusals by their code', async () => {
    const { app } = serverOver(emptyData())
    await app.inject('/api/none')
    await app.inject('/%zz')
    await app.inject({ url: '/healthz', headers: { host: 'evil.example' } })
    const { body } = await app.inject('/metrics')
    for (const code of ['address-unknown', 'address-unreadable', 'host-unknown']) {
      expect(body).toContain(`plumbline_refusals_total{code="${code}"} 1`)
    }
  })
})

describe('readiness', () => {
  it('is told apart from being alive', async () => {
    const { app } = serverOver(emptyData({ isReady: () => false }))
    expect((await app.inject('/healthz')).json()).toEqual({ ok: true })
    const { statusCode, ...response } = await app.inject('/readyz')
    expect([statusCode, response.json().error.code]).toEqual([503, 'warehouse-damaged'])
  })

  it('is there once the data can be asked', async () => {
    const { statusCode, ...response } = await serverOver(emptyData()).app.inject('/readyz')
    expect([statusCode, response.json()]).toEqual([200, { ready: true }])
  })
})
