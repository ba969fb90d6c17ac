import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { shapes } from '../src/answer/index.ts'
import { post, read } from './post.ts'
import { quickClient, type Waits } from './quick-client.ts'
import { type Resident, residentDuring } from './resident.ts'
import type { Served } from './server.ts'

export interface Exports extends Resident {
  /** How long others waited for the server's one thread at worst, but for one time in a hundred. */
  readonly loopDelayP99Ms: number
  readonly fullFiles: number
  readonly refused: number
  readonly rows: number
  readonly gigabytes: number
  readonly seconds: number
  readonly quick: Waits
}

const report = 'sales/completed-activities'
const restSeconds = 5

/** Ten files of every activity at once, while another client asks quick questions. */
export async function measureExports({ url, pid }: Served, atOnce: number): Promise<Exports> {
  await quickClient(url, 3, () => false)
  const total = await rowsIn(url)
  const files: File[] = []
  const started = performance.now()
  let quick: Waits | null = null
  let over = false
  await loopDelayMs(url)
  let loopDelayP99Ms = 0
  const resident = await residentDuring(pid, restSeconds, async () => {
    const asking = quickClient(url, 1000, () => over)
    files.push(...(await Promise.all(Array.from({ length: atOnce }, () => fileOf(url)))))
    loopDelayP99Ms = await loopDelayMs(url)
    over = true
    quick = await asking
  })
  return {
    ...resident,
    loopDelayP99Ms,
    fullFiles: files.filter(({ rows }) => rows === total).length,
    refused: files.filter(({ status }) => status === 503).length,
    rows: total,
    gigabytes: Math.round(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e8) / 10,
    seconds: Math.round((performance.now() - started) / 1000 - restSeconds),
    quick: quick ?? { tries: 0, failed: 0, p50Ms: 0, p95Ms: 0, maxMs: 0 },
  }
}

async function rowsIn(url: string): Promise<number> {
  const { total }: shapes.Answer = await read(await post(`${url}/api/reports/${report}/answer`, { range: 'all-time' }))
  return total.values.activities ?? 0
}

/** Since it was asked the last time. */
async function loopDelayMs(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  const [, seconds] = /^nodejs_eventloop_lag_p99_seconds (\S+)$/m.exec(metrics) ?? []
  return Math.round(Number(seconds ?? 0) * 1000)
}

interface File {
  readonly status: number
  readonly rows: number
  readonly bytes: number
}

async function fileOf(url: string): Promise<File> {
  const cell = { measure: 'activities' }
  const question = { range: 'all-time' }
  const response = await post(`${url}/api/reports/${report}/export`, { question, cell, format: 'csv' })
  if (!response.ok || !response.body) return { status: response.status, rows: 0, bytes: 0 }
  let lines = 0
  let bytes = 0
  // The stream of fetch is the one of the web, which the types of Node tell apart by name alone.
  const file = Readable.fromWeb(response.body as ReadableStream).on('data', (part: Buffer) => {
    bytes += part.length
    for (const byte of part) if (byte === newline) lines += 1
  })
  await finished(file)
  return { status: response.status, rows: lines - 1, bytes }
}

const newline = 10
