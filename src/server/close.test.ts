import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { duckdb } from '../engine/duckdb/dialect.ts'
import type { Table } from '../engine/index.ts'
import { listen } from './listen.ts'
import { emptyData, serverOver } from './server.fixture.ts'

describe('a server that is told to stop', () => {
  it('finishes what is under way, takes nothing new, then lets go of the data folder', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const events: string[] = []
    const status = async () => {
      events.push('asked')
      await promise
      return emptyData().warehouse.status()
    }
    const data = { ...emptyData({ status }), close: async () => void events.push('let go') }
    const { app } = serverOver(data)
    app.addHook('onResponse', async (_request, reply) => void events.push(`answered ${reply.statusCode}`))
    const address = await listen(app, { port: 0 })
    const answer = fetch(`${address}/api/status`)
    await expect.poll(() => events).toEqual(['asked'])
    const closed = app.close()
    await new Promise((later) => setTimeout(later, 50))
    expect(events).toEqual(['asked'])
    resolve()
    await Promise.all([answer, closed])
    expect(events).toEqual(['asked', 'answered 200', 'let go'])
    await expect(fetch(`${address}/healthz`)).rejects.toThrow()
  })

  it('cancels what is not finished in time, and says so', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const started = Promise.withResolvers<void>()
    const run = (_statement: unknown, signal?: AbortSignal) =>
      new Promise<Table>((_, cancel) => {
        started.resolve()
        signal?.addEventListener('abort', () => cancel(signal.reason))
      })
    const { app } = serverOver(emptyData({ run, dialect: duckdb }))
    const answer = app.inject({ method: 'POST', url: '/api/reports/sales/deals-created/answer', payload: {} })
    await started.promise
    const closed = app.close()
    await vi.advanceTimersByTimeAsync(3000)
    const { statusCode, headers, body } = await answer
    expect([statusCode, JSON.parse(body).error.code, headers.connection]).toEqual([503, 'server-stopping', 'close'])
    await closed
  })
})
