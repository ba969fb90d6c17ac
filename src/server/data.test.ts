import { describe, expect, it } from 'vitest'
import type { Segment } from '../landing/index.ts'
import { emptyData, serverOver } from './server.fixture.ts'

const segment = (seq: number, source: string, rows: number, landedAt: string): Segment => ({
  seq,
  source,
  stream: 'deal',
  format: 'parquet',
  columns: [],
  rows,
  bytes: rows * 10,
  sha256: '',
  file: '',
  origin: null,
  landedAt,
})

describe('the state of the data', () => {
  it('sums up each source, with when it was last heard of', async () => {
    const segments = [
      segment(1, 'csv', 5, '2026-01-01'),
      segment(2, 'sample', 7, '2026-01-02'),
      segment(3, 'csv', 1, '2026-02-01'),
    ]
    const { app } = serverOver(emptyData({}, { segments: () => segments }))
    expect((await app.inject('/api/status')).json().sources).toEqual([
      { source: 'csv', segments: 2, rows: 6, bytes: 60, landedAt: '2026-02-01' },
      { source: 'sample', segments: 1, rows: 7, bytes: 70, landedAt: '2026-01-02' },
    ])
  })
})

describe('data that cannot be', () => {
  it('is told with its number and what reports make of it', async () => {
    const odd = { kind: 'negative-amount', title: 'Deals with a negative amount', count: 3, outcome: 'It counts.' }
    const { app } = serverOver(emptyData({ oddities: async () => [odd] }))
    expect((await app.inject('/api/status')).json().oddities).toEqual([odd])
  })
})

describe('a refresh', () => {
  it('runs once for all who ask while it runs, and again for who asks later', async () => {
    let runs = 0
    const { promise, resolve } = Promise.withResolvers<void>()
    const refresh = () => {
      runs += 1
      return promise.then(() => [])
    }
    const { app } = serverOver(emptyData({ refresh }))
    const post = () => app.inject({ method: 'POST', url: '/api/refresh' }).then(({ statusCode }) => statusCode)
    const both = [post(), post()]
    await expect.poll(() => runs).toBe(1)
    resolve()
    expect(await Promise.all(both)).toEqual([200, 200])
    expect([await post(), runs]).toEqual([200, 2])
  })

  it('that failed does not stand in the way of the next', async () => {
    let runs = 0
    const refresh = () => (++runs === 1 ? Promise.reject(new Error('disk full')) : Promise.resolve([]))
    const { app } = serverOver(emptyData({ refresh }))
    const post = async () => (await app.inject({ method: 'POST', url: '/api/refresh' })).statusCode
    expect([await post(), await post()]).toEqual([500, 200])
  })
})
