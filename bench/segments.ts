import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compact } from '../src/compaction.ts'
import { openDataFolder } from '../src/data-folder.ts'
import { openLanding } from '../src/landing/index.ts'
import { makeManySegments } from './many-segments.ts'
import { measureReports } from './reports.ts'
import { withServer } from './server.ts'
import { measureStart } from './start.ts'

const silent = { now: () => Temporal.Now.instant(), log: () => {} }
const streams = ['deal', 'contact', 'activity'] as const

/** What a folder costs that so many pulls landed in, as they left it and compacted. */
export async function measureSegments(batches: number, runs: number) {
  const place = await mkdtemp(join(tmpdir(), 'plumbline-segments-'))
  try {
    const found = []
    for (const [name, times] of [
      ['few', 10],
      ['many', batches],
    ] as const) {
      const folder = join(place, name)
      await makeManySegments(folder, { batches: times, streams, rows: 3 })
      found.push({ pulls: times, ...(await measureFolder(folder, runs)) })
    }
    return found
  } finally {
    await rm(place, { recursive: true })
  }
}

async function measureFolder(folder: string, runs: number) {
  const before = await opening(folder)
  const compacting = await timed(async () => {
    const data = await openDataFolder(folder, silent)
    await data.warehouse.refresh()
    await compact(data, silent, new AbortController().signal)
    await data.close()
  })
  const after = await opening(folder)
  const { startToPageMs } = await measureStart(folder)
  const reports = await withServer(folder, ({ url }) => measureReports(url, runs))
  return { before, compactSeconds: compacting.seconds, after, startToPageMs, reports }
}

async function opening(folder: string) {
  const read = { segments: 0 }
  const { seconds, cpuSeconds } = await timed(async () => {
    const landing = await openLanding(folder, silent, 'read')
    read.segments = landing.segments().length
    landing.close()
  })
  return { ...read, seconds, cpuSeconds }
}

async function timed(work: () => Promise<unknown>) {
  const [started, used] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(used)
  return { seconds: rounded((performance.now() - started) / 1000), cpuSeconds: rounded((user + system) / 1e6) }
}

const rounded = (seconds: number): number => Math.round(seconds * 100) / 100
