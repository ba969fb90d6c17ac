import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { viewerSeeing } from '../../fixtures/viewers.ts'
import type { Asking } from '../answer/index.ts'
import { inDataFolder, tickingEffects } from '../data-folder/temporary.fixture.ts'
import { counting } from './counting.fixture.ts'
import { readJobs } from './job-files.ts'
import { Jobs } from './jobs.ts'

const effects = tickingEffects()
let folder = ''
let known = ['ann', 'bob']

/** Nothing is asked of a warehouse here. */
let asking: Asking
await inDataFolder(async ({ warehouse }) => {
  asking = {
    warehouse,
    moment: warehouse.moment(),
    now: effects.now,
    viewer: viewerSeeing('everything', 'everything', 'ann'),
  }
})
const as = (id: string): Asking => ({
  ...asking,
  viewer: viewerSeeing('everything', id === 'ann' ? 'everything' : [], id),
})
const ann = as('ann').viewer
const bob = as('bob').viewer

const askingOf = (by: string, _at: Temporal.Instant, signal: AbortSignal) =>
  known.includes(by) ? { ...as(by), signal } : null

async function opened(work = counting(), access: 'read' | 'write' = 'write') {
  const jobs = new Jobs({ folder, access, effects, kinds: work.kinds, askingOf })
  await jobs.open()
  return { jobs, ...work }
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-'))
  known = ['ann', 'bob']
})
afterEach(() => rm(folder, { recursive: true }))

const numbers = (to: number) => Array.from({ length: to }, (_, index) => `${index + 1}\n`).join('')
const until = async (is: () => boolean) => {
  while (!is()) await new Promise(setImmediate)
}
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

describe('a job', () => {
  it('is done in steps, says how far it is, and makes a file for who began it', async () => {
    const { jobs } = await opened()
    const { id } = await jobs.begin('counting', { to: 3, stopAt: null }, as('bob'))
    await jobs.settled()
    expect(jobs.find(ann, id)).toMatchObject({
      state: 'done',
      by: 'bob',
      title: 'to 3',
      done: 3,
      of: 3,
      resumed: 0,
      why: null,
    })
    const { path, name } = jobs.fileOf(bob, id)
    expect([name, await readFile(path, 'utf8')]).toEqual(['numbers.txt', numbers(3)])
    expect(() => jobs.fileOf(ann, id)).toThrow(/for who began it/)
  })

  it('goes on in the next process where it was, after the end of the one that began it', async () => {
    const first = await opened()
    const { id } = await first.jobs.begin('counting', { to: 5, stopAt: 3 }, ann && as('ann'))
    await until(() => first.halts.length === 1)
    await first.jobs.close()
    expect((await readJobs(folder))[0]).toMatchObject({ state: 'running', done: 2, cursor: 2 })
    const second = await opened()
    await until(() => second.halts.length === 1)
    second.halts[0]?.on()
    await second.jobs.settled()
    expect(second.jobs.find(ann, id)).toMatchObject({ state: 'done', resumed: 1, done: 5 })
    expect(await readFile(second.jobs.fileOf(ann, id).path, 'utf8')).toBe(numbers(5))
  })

  it('is cancelled while it works and while it waits, and leaves nothing of what it made', async () => {
    const { jobs, halts } = await opened()
    const [one, two] = [
      { to: 5, stopAt: 3 },
      { to: 2, stopAt: null },
    ]
    const working = await jobs.begin('counting', one, as('ann'))
    const waiting = await jobs.begin('counting', two, as('ann'))
    await until(() => halts.length === 1)
    expect(jobs.find(ann, waiting.id).state).toBe('waiting')
    expect((await jobs.remove(ann, waiting.id)).state).toBe('cancelled')
    expect((await jobs.remove(ann, working.id)).state).toBe('cancelled')
    expect(await readdir(join(folder, 'jobs', working.id))).toEqual(['job.json'])
    expect(() => jobs.fileOf(ann, working.id)).toThrow(/is cancelled and has no file/)
    await jobs.remove(ann, working.id)
    expect(await readdir(join(folder, 'jobs'))).toEqual([waiting.id])
  })

  it('says why it failed: a refusal in its words, a bug with a number for the log', async () => {
    const { jobs } = await opened()
    const { id } = await jobs.begin('counting', { to: 20, stopAt: null }, as('ann'))
    await jobs.settled()
    expect(jobs.find(ann, id)).toMatchObject({ state: 'failed', done: 12, why: expect.stringContaining(id) })
    expect(await refusalOf(jobs.begin('counting', { to: -1, stopAt: null }, as('ann')))).toMatchObject({
      code: 'document-unknown',
    })
    expect(await refusalOf(jobs.begin('nonsense', {}, as('ann')))).toMatchObject({ code: 'job-kind-unknown' })
    expect(jobs.list(ann)).toHaveLength(1)
  })

  it('is not begun again for ever when the process dies of it', async () => {
    const first = await opened()
    await first.jobs.begin('counting', { to: 5, stopAt: 3 }, as('ann'))
    await until(() => first.halts.length === 1)
    for (let process = 2; process <= 5; process += 1) {
      const next = await opened()
      await until(() => next.halts.length === 1)
    }
    await (await opened()).jobs.settled()
    expect((await readJobs(folder))[0]).toMatchObject({
      state: 'failed',
      why: expect.stringContaining('broken off 5 times'),
    })
  })

  it('does nothing with rights that who began it has no more', async () => {
    const first = await opened()
    const { id } = await first.jobs.begin('counting', { to: 5, stopAt: 3 }, as('bob'))
    await until(() => first.halts.length === 1)
    await first.jobs.close()
    known = ['ann']
    const { jobs } = await opened()
    await jobs.settled()
    expect(jobs.find(ann, id)).toMatchObject({ state: 'failed', why: expect.stringContaining('no rights') })
  })
})

describe('jobs', () => {
  it('work so many at once as their kind says, in the order they were begun', async () => {
    const { jobs, halts } = await opened(counting(2))
    for (let number = 0; number < 4; number += 1) await jobs.begin('counting', { to: 1, stopAt: 1 }, as('ann'))
    await until(() => halts.length === 2)
    expect(jobs.list(ann).map(({ state }) => state)).toEqual(['waiting', 'waiting', 'running', 'running'])
    halts[0]?.on()
    await until(() => halts.length === 3)
    expect(jobs.list(ann).map(({ state }) => state)).toEqual(['waiting', 'running', 'running', 'done'])
    for (const halt of halts) halt.on()
    await until(() => halts.length === 4)
    halts[3]?.on()
    await jobs.settled()
  })

  it('are told of to who began them, and to who sees everything', async () => {
    const { jobs } = await opened()
    const { id } = await jobs.begin('counting', { to: 1, stopAt: null }, as('ann'))
    await jobs.begin('counting', { to: 2, stopAt: null }, as('bob'))
    await jobs.settled()
    expect(jobs.list(bob).map(({ by }) => by)).toEqual(['bob'])
    expect(jobs.list(ann)).toHaveLength(2)
    expect(() => jobs.find(bob, id)).toThrow(/no job/)
    expect(await refusalOf(jobs.remove(bob, id))).toMatchObject({ code: 'job-unknown' })
  })

  it('have a bound: so many are open, and the oldest that ended goes with what it made', async () => {
    const { jobs, halts } = await opened()
    for (let number = 0; number < 20; number += 1) await jobs.begin('counting', { to: 1, stopAt: 1 }, as('ann'))
    expect(await refusalOf(jobs.begin('counting', { to: 1, stopAt: 1 }, as('ann')))).toMatchObject({
      code: 'jobs-too-many',
    })
    for (const { id } of jobs.list(ann)) await jobs.remove(ann, id)
    for (let number = 0; number < 45; number += 1) {
      await jobs.begin('counting', { to: 1, stopAt: null }, as('ann'))
      await jobs.settled()
    }
    expect(halts.length).toBeLessThanOrEqual(20)
    expect(await readdir(join(folder, 'jobs'))).toHaveLength(51)
  })

  it('are counted by state, and by how they ended', async () => {
    const { jobs } = await opened()
    await jobs.begin('counting', { to: 1, stopAt: null }, as('ann'))
    await jobs.begin('counting', { to: 20, stopAt: null }, as('ann'))
    await jobs.settled()
    const [now, ended] = jobs.gauges
    expect(await now?.value()).toEqual({ waiting: 0, running: 0, done: 1, failed: 1, cancelled: 0 })
    expect(await ended?.value()).toEqual({ done: 1, failed: 1, cancelled: 0 })
  })

  it('are listed and neither begun nor gone on with where nothing may be written', async () => {
    const first = await opened()
    const { id } = await first.jobs.begin('counting', { to: 5, stopAt: 3 }, as('ann'))
    await until(() => first.halts.length === 1)
    await first.jobs.close()
    const { jobs } = await opened(counting(), 'read')
    expect(jobs.find(ann, id)).toMatchObject({ state: 'running', done: 2 })
    expect(await refusalOf(jobs.begin('counting', { to: 1, stopAt: null }, as('ann')))).toMatchObject({
      code: 'folder-read-only',
    })
  })
})
