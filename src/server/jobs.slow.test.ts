import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openDataFolder } from '../data-folder.ts'
import { readJobs } from '../jobs/index.ts'
import { openCompany } from './company.fixture.ts'
import { now, serverOver } from './server.fixture.ts'

const { data, away } = await openCompany(20_000)
afterAll(away)

const question = { range: 'all-time' }
const asked = { report: 'sales/deals-created', question, cell: { measure: 'created' }, format: 'csv' }

type Server = ReturnType<typeof serverOver>['app']

const begin = async (app: Server, input: object = asked) =>
  app.inject({ method: 'POST', url: '/api/jobs', payload: { kind: 'export', input } })
const jobOf = async (app: Server, id: string) => (await app.inject(`/api/jobs/${id}`)).json()

async function ended(app: Server, id: string): Promise<Awaited<ReturnType<typeof jobOf>>> {
  for (;;) {
    const job = await jobOf(app, id)
    if (!['waiting', 'running'].includes(job.state)) return job
    await new Promise(setImmediate)
  }
}

const exported = async (app: Server): Promise<string> => {
  const { report, ...payload } = asked
  return (await app.inject({ method: 'POST', url: `/api/reports/${report}/export`, payload })).body
}

const reopened = () => openDataFolder(data.folder, { now: () => now, log: () => {} })

/** A job that was under way when its server was closed; one that was quicker is followed by another. */
async function brokenOff(): Promise<string> {
  const { app } = serverOver(await reopened())
  const { id } = (await begin(app)).json()
  const kept = async () => (await readJobs(data.folder)).find((job) => job.id === id)
  while ((await kept())?.cursor === null) await new Promise(setImmediate)
  await app.close()
  return (await kept())?.state === 'running' ? id : brokenOff()
}

/** Three letters take the place of the mark of byte order, so that nothing moves. */
async function overwriteFirst(path: string, letters: string): Promise<void> {
  const bytes = await readFile(path)
  await writeFile(path, Buffer.concat([Buffer.from(letters), bytes.subarray(3)]))
}

it('exports in the background what an export gives, and goes on in another process where it was broken off', async () => {
  const { app } = serverOver(data)
  const whole = await exported(app)
  expect(Buffer.byteLength(whole)).toBeGreaterThan(2 << 20)
  const first = (await begin(app)).json()
  expect(await ended(app, first.id)).toMatchObject({ state: 'done', done: 20_000, of: 20_000, by: 'local', why: null })
  const file = await app.inject(`/api/jobs/${first.id}/file`)
  expect(file.headers['content-disposition']).toBe('attachment; filename="sales-deals-created-2026-11-21.csv"')
  expect(file.body).toBe(whole)

  await app.close()

  const id = await brokenOff()
  const path = join(data.folder, 'jobs', id, 'export.csv')
  await overwriteFirst(path, 'XXX')
  const { app: next } = serverOver(await reopened())
  expect(await ended(next, id)).toMatchObject({ state: 'done', resumed: 1, done: 20_000 })
  // What was there before stays: it is the rest that is written.
  expect(await readFile(path, 'utf8')).toBe(`XXX${whole.slice(1)}`)

  expect((await next.inject('/metrics')).body).toMatch(/plumbline_jobs\{state="done"\} \d/)
  expect((await next.inject({ method: 'DELETE', url: `/api/jobs/${id}` })).statusCode).toBe(200)
  expect((await next.inject(`/api/jobs/${id}`)).statusCode).toBe(404)
  expect(await readdir(join(data.folder, 'jobs'))).not.toContain(id)
  await next.close()
})

it('refuses at once what could not be exported, and begins nothing', async () => {
  const { data: small, away: gone } = await openCompany(1)
  const { app } = serverOver(small)
  const code = async (input: object) => (await begin(app, input)).json().error.code
  expect(await code({ ...asked, report: 'sales/nothing' })).toBe('report-unknown')
  expect(await code({ ...asked, cell: { measure: 'nonsense' } })).toBe('measure-unknown')
  expect(await code({ ...asked, format: 'exe' })).toBe('request-invalid')
  expect(await code({ ...asked, admin: true })).toBe('request-invalid')
  expect((await app.inject('/api/jobs')).json()).toEqual([])
  await app.close()
  await gone()
})
