import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { metricsTable } from '../../docs/metrics-table.ts'
import { withTable } from '../../docs/tables.ts'
import { openCompany } from './company.fixture.ts'
import { serverOver } from './server.fixture.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let app: ReturnType<typeof serverOver>['app']
beforeAll(async () => {
  company = await openCompany(3)
  app = serverOver(company.data).app
})
afterAll(async () => {
  await app.close()
  await company.away()
})

const figure = async (name: string): Promise<number> =>
  Number((await app.inject('/metrics')).body.match(new RegExp(`^${name} (.*)$`, 'm'))?.[1])

it('stand in the guide as they are; npm run docs writes them', async () => {
  const guide = readFileSync(new URL('../../docs/guide/operating.md', import.meta.url), 'utf8')
  expect(withTable(guide, 'metrics', await metricsTable())).toBe(guide)
})

it('tell of the data: its generation, its age, what waits to be loaded, the room it takes', async () => {
  expect(await figure('plumbline_generation')).toBeGreaterThan(0)
  expect(await figure('plumbline_data_age_seconds')).toBeGreaterThanOrEqual(0)
  expect(await figure('plumbline_last_load_success')).toBe(1)
  expect(await figure('plumbline_disk_used_bytes')).toBeGreaterThan(10_000)
  expect(await figure('plumbline_disk_free_bytes')).toBeGreaterThan(0)
  expect(await figure('plumbline_pending_segments')).toBe(0)
  await company.data.landing.land('test', (batch) => batch.write('owner', ['id', 'name'], [{ id: 'o2', name: 'Bob' }]))
  expect(await figure('plumbline_pending_segments')).toBe(1)
})

it('tell how many questions run', async () => {
  const { warehouse } = company.data
  const slow = 'SELECT count(*) FROM range(1, 100000) one, range(1, 1000000) other WHERE one.range % 7 = other.range'
  const leaving = new AbortController()
  const asked = warehouse.run({ sql: slow, values: [], columns: [] }, leaving.signal)
  await expect.poll(() => figure('plumbline_questions_running')).toBe(1)
  leaving.abort(new Error('gone'))
  await expect(asked).rejects.toThrow('gone')
  expect(await figure('plumbline_questions_running')).toBe(0)
})
