import { once } from 'node:events'
import { type ClientRequest, request } from 'node:http'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { duckdb } from '../engine/duckdb/dialect.ts'
import type { Table } from '../engine/index.ts'
import { giveUpIdle, goneSignal } from './gone.ts'
import { listen } from './listen.ts'
import { emptyData, serverOver } from './server.fixture.ts'

const signals: AbortSignal[] = []

/** Works until it is cancelled. */
const run = (_statement: unknown, signal?: AbortSignal) =>
  new Promise<Table>((_, cancel) => {
    if (signal) signals.push(signal)
    signal?.addEventListener('abort', () => cancel(signal.reason))
  })

const { app, log } = serverOver(emptyData({ run, dialect: duckdb }))

app.get('/file-without-end', (_request, reply) => {
  signals.push(goneSignal(reply))
  giveUpIdle(reply, 100)
  const lines = function* () {
    for (;;) yield 'name\n'.repeat(10_000)
  }
  return reply.type('text/csv').send(Readable.from(lines()))
})

app.get('/short', async (_request, reply) => {
  signals.push(goneSignal(reply))
  return {}
})

const address = await listen(app, { port: 0 })
afterAll(() => app.close())

const quietly = (asked: ClientRequest) => asked.on('error', () => {})
const lastIsCancelled = () => signals.at(-1)?.aborted

describe('a client that goes away', () => {
  it.each([
    ['answer', {}],
    ['records', { question: {}, cell: { measure: 'created' } }],
  ])('cancels its question to %s, and is no bug', async (route, body) => {
    const headers = { 'content-type': 'application/json' }
    const before = signals.length
    const asked = quietly(request(`${address}/api/reports/sales/deals-created/${route}`, { method: 'POST', headers }))
    asked.end(JSON.stringify(body))
    await expect.poll(() => signals.length).toBeGreaterThan(before)
    expect(lastIsCancelled()).toBe(false)
    asked.destroy()
    await expect.poll(lastIsCancelled).toBe(true)
    await new Promise(setImmediate)
    expect(log).toEqual([])
  })

  it('is also one that stops reading', async () => {
    const asked = quietly(request(`${address}/file-without-end`))
    asked.on('response', (response) => response.on('error', () => {}).pause()).end()
    await expect.poll(lastIsCancelled).toBe(true)
  })

  it('is not one that got its answer', async () => {
    const [response] = await once(request(`${address}/short`).end(), 'response')
    await once(response.resume(), 'close')
    expect(lastIsCancelled()).toBe(false)
  })
})
