import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { openDataFolder } from '../../../src/data-folder.ts'
import { createServer } from '../../../src/server/index.ts'
import { Acknowledged } from '../acknowledged.ts'
import type { Kind, Look, Victim } from '../kind.ts'
import { linesOf, mustBeKilled, startProcess } from '../victim.ts'

/** Exports in the background: a job that was acknowledged is there, is gone on with, and its file is whole. */
export const jobs: Kind = {
  name: 'exports as jobs',
  mostWrites: 3,
  start: async (folder, first) => startServer(folder, first),
  look: lookAt,
}

const asked = {
  report: 'sales/deals-created',
  question: { range: 'all-time' },
  cell: { measure: 'created' },
  format: 'csv',
}

/** Of each folder the job that is each write. */
const begun = new Map<string, Map<number, string>>()
/** Those whose file was found whole once: later it may have been let go of, for newer ones. */
const seen = new Map<string, Set<number>>()

function startServer(folder: string, first: number): Victim {
  const child = startProcess('./writers/jobs.ts', folder)
  const acknowledged = new Acknowledged()
  child.on('close', () => acknowledged.end())
  let asking: Promise<unknown> = Promise.resolve()
  const writing = Promise.race([once(linesOf(child), 'line'), once(child, 'close')]).then(([url]) => {
    if (child.signalCode === null) asking = askFrom(folder, String(url), first, acknowledged)
  })
  const kill = async () => {
    await mustBeKilled(child)
    await asking
    return true
  }
  return { acknowledged: acknowledged.writes, writing, until: (count) => acknowledged.until(count), kill }
}

/** One after the other, until the server is gone. A job that was begun and not acknowledged is nobody’s. */
async function askFrom(folder: string, url: string, first: number, acknowledged: Acknowledged): Promise<void> {
  const ids = begun.getOrInsertComputed(folder, () => new Map<number, string>())
  for (let write = first; ; write += 1) {
    const id = await begin(url).catch(() => null)
    if (id === null) return
    ids.set(write, id)
    acknowledged.add(write)
    await ended(url, id).catch(() => {})
  }
}

/** Until it has ended, or the server is gone. */
async function ended(url: string, id: string): Promise<void> {
  for (;;) {
    const { state } = z.object({ state: z.string() }).parse(await (await fetch(`${url}/api/jobs/${id}`)).json())
    if (!unended.includes(state)) return
    await sleep(20)
  }
}

const unended = ['waiting', 'running']

async function begin(url: string): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ kind: 'export', input: asked })
  const answer = await fetch(`${url}/api/jobs`, { method: 'POST', body, headers })
  return z.object({ id: z.string() }).parse(await answer.json()).id
}

async function lookAt(folder: string): Promise<Look> {
  const data = await openDataFolder(folder, { now: () => Temporal.Now.instant(), log: () => {} }, { threads: 1 })
  const app = createServer({
    data,
    effects: { now: () => Temporal.Now.instant(), log: () => {} },
    webFolder: '/nowhere',
  })
  try {
    return await found(app, folder)
  } finally {
    await app.close()
  }
}

const listed = z.array(z.object({ id: z.string(), state: z.string(), why: z.string().nullable() }))

async function found(app: ReturnType<typeof createServer>, folder: string): Promise<Look> {
  const whole = seen.getOrInsertComputed(folder, () => new Set<number>())
  const all = await endedJobs(app)
  const ids = begun.get(folder) ?? new Map<number, string>()
  const { report, ...payload } = asked
  const expected = (await app.inject({ method: 'POST', url: `/api/reports/${report}/export`, payload })).body
  const wrong: string[] = []
  for (const { id, state, why } of all) {
    if (state !== 'done') wrong.push(`job ${id} is ${state}: ${why}`)
    else if ((await app.inject(`/api/jobs/${id}/file`)).body !== expected)
      wrong.push(`the file of job ${id} is not whole`)
  }
  for (const [write, id] of ids) if (all.some((job) => job.id === id)) whole.add(write)
  return { whole: new Set(whole), torn: [], doubled: [], wrong }
}

async function endedJobs(app: ReturnType<typeof createServer>): Promise<z.infer<typeof listed>> {
  for (;;) {
    const all = listed.parse((await app.inject('/api/jobs')).json())
    if (!all.some(({ state }) => unended.includes(state))) return all
    await sleep(20)
  }
}
