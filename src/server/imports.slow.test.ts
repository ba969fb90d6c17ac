import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importCsv } from '../cli/import.ts'
import { everything } from '../data-folder/temporary.fixture.ts'
import { type DataFolder, openDataFolder } from '../data-folder.ts'
import { createServer } from './app.ts'
import type { App } from './serving.ts'
import type { UploadShape } from './upload-shapes.ts'

/** Every date can be read in two ways, and two columns could be the close date. */
const deals = `Deal ID,Deal name,Stage,Amount,Created,Closed,Signed on
1,A,Closed won,100,03/04/2024,05/06/2024,2024-06-07
2,B,Offer,200,04/04/2024,,
3,C,Closed lost,300,05/04/2024,06/06/2024,2024-06-08
`

let folder: string
let now: Temporal.Instant
let data: DataFolder
let app: App

const effects = { now: () => now, log: () => {} }

async function serve(): Promise<void> {
  data = await openDataFolder(join(folder, 'data'), effects)
  app = createServer({ data, effects, webFolder: '/nowhere' })
  await app.ready()
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-imports-'))
  now = Temporal.Instant.from('2026-11-21T11:00:00Z')
  await serve()
})
afterEach(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

const ask = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object) =>
  app.inject({ method, url: `/api/imports${path}`, ...(payload ? { payload } : {}) })

const begin = async (): Promise<string> => (await ask('POST', '')).json().id

const piece = (id: string, name: string, at: number, text: string) =>
  app.inject({
    method: 'PUT',
    url: `/api/imports/${id}/files/${encodeURIComponent(name)}?at=${at}`,
    headers: { 'content-type': 'application/octet-stream' },
    payload: Buffer.from(text),
  })

/** Asks until what is going on has ended, as the screen does. */
async function settled(id: string): Promise<UploadShape['state']> {
  const { state } = (await ask('GET', `/${id}`)).json<UploadShape>()
  return state.is === 'busy' ? settled(id) : state
}

async function read(id: string, mapping: unknown = null) {
  expect((await ask('PUT', `/${id}/reading`, { mapping })).statusCode).toBe(200)
  const state = await settled(id)
  if (state.is !== 'read') throw new Error(`not read but ${JSON.stringify(state)}`)
  return state
}

async function handedIn(files: Readonly<Record<string, string>>): Promise<string> {
  const id = await begin()
  for (const [name, text] of Object.entries(files)) expect((await piece(id, name, 0, text)).statusCode).toBe(200)
  return id
}

describe('an upload', () => {
  it('loads just what the command loads, once its reading was chosen', async () => {
    const id = await handedIn({ 'deals.csv': deals })
    const first = await read(id)
    expect(first.files).toEqual([{ name: 'deals.csv', rows: 3, records: 'deal' }])
    const created = first.columns.find(({ header }) => header === 'Created')
    expect(created).toMatchObject({ holds: 'dates', sure: 'doubtful' })
    expect(created?.doubt?.choices).toHaveLength(2)
    expect(first.check).toEqual([])

    const own = first.mapping.files['deals.csv']
    const columns = {
      ...(own && 'columns' in own ? own.columns : {}),
      Created: { field: 'created_at', dates: 'day-first' },
      Closed: 'skip',
      'Signed on': 'closed_at',
    }
    const chosen = { files: { 'deals.csv': { ...own, columns } } }
    const second = await read(id, chosen)
    expect(second.columns.find(({ header }) => header === 'Signed on')?.as).toMatch(/decides "closed"/)
    expect(second.columns.find(({ header }) => header === 'Created')?.doubt).toBeNull()

    expect((await ask('POST', `/${id}/load`)).statusCode).toBe(200)
    expect(await settled(id)).toMatchObject({ is: 'loaded', quarantined: 0 })
    expect(existsSync(join(folder, 'data', 'uploads', id))).toBe(false)

    const byHand = join(folder, 'by-hand')
    await mkdir(byHand)
    await writeFile(join(byHand, 'deals.csv'), deals)
    await writeFile(join(folder, 'mapping.json'), JSON.stringify({ files: second.mapping.files }))
    const other = join(folder, 'other')
    await importCsv([byHand], { data: other, map: join(folder, 'mapping.json') }, effects, () => {})
    const twin = await openDataFolder(other, effects)
    try {
      expect(await everything(data)).toEqual(await everything(twin))
    } finally {
      await twin.close()
    }
  })

  it('is remembered in the mapping file, for the next import', async () => {
    const id = await handedIn({ 'deals.csv': deals })
    const { mapping } = await read(id)
    const own = mapping.files['deals.csv']
    const columns = { ...(own && 'columns' in own ? own.columns : {}), Amount: 'skip' }
    await read(id, { files: { 'deals.csv': { ...own, columns } } })
    await ask('POST', `/${id}/load`)
    await settled(id)
    const again = await read(await handedIn({ 'deals.csv': deals }))
    expect(again.columns.find(({ header }) => header === 'Amount')?.as).toBe('left out')
  })

  it('comes in pieces, of which one that comes twice counts once', async () => {
    const id = await begin()
    const [one, two] = [deals.slice(0, 90), deals.slice(90)]
    expect((await piece(id, 'deals.csv', 0, one)).json()).toEqual({ name: 'deals.csv', bytes: 90 })
    expect((await piece(id, 'deals.csv', 80, two)).json().error.code).toBe('upload-piece-misplaced')
    expect((await piece(id, 'deals.csv', 90, two)).json()).toEqual({ name: 'deals.csv', bytes: deals.length })
    expect((await read(id)).files).toMatchObject([{ rows: 3 }])
  })

  it('of what is no table says so, and lands nothing', async () => {
    const id = await handedIn({ 'deals.xlsx': 'PK\u0003\u0004nothing' })
    await ask('PUT', `/${id}/reading`, { mapping: null })
    expect(await settled(id)).toMatchObject({ is: 'failed', failed: { code: 'csv-not-csv' } })
    expect((await ask('POST', `/${id}/load`)).json().error.code).toBe('upload-unread')
    expect(data.landing.segments()).toEqual([])
  })

  it('of a mapping that cannot be obeyed is refused with the column', async () => {
    const id = await handedIn({ 'deals.csv': deals })
    const mapping = { files: { 'deals.csv': { records: 'deal', columns: { Amount: 'nonsense' } } } }
    const answer = await ask('PUT', `/${id}/reading`, { mapping })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().error.message).toMatch(/Amount.*no field 'nonsense'/)
  })

  it('has no file whose name leads elsewhere, or is no name', async () => {
    const id = await begin()
    const names = ['..', '../x.csv', '.x.csv', 'a/b.csv', 'a\\b.csv', 'a\u0000.csv', `${'é'.repeat(101)}.csv`]
    // The first is none any more by the time that it arrives: the address ends before it.
    for (const name of names) expect([400, 404], name).toContain((await piece(id, name, 0, 'a,b\n1,2\n')).statusCode)
  })

  it('that nobody loads is gone after an hour, and at the next start', async () => {
    const id = await handedIn({ 'deals.csv': deals })
    const kept = join(folder, 'data', 'uploads', id)
    expect(existsSync(kept)).toBe(true)
    now = now.add({ minutes: 61 })
    await begin()
    expect(existsSync(kept)).toBe(false)
    expect((await ask('GET', `/${id}`)).json().error.code).toBe('upload-unknown')

    const left = join(folder, 'data', 'uploads', 'left-by-a-kill')
    await app.close()
    await mkdir(left, { recursive: true })
    await serve()
    expect(existsSync(left)).toBe(false)
  })

  it('that is let go of is gone', async () => {
    const id = await handedIn({ 'deals.csv': deals })
    expect((await ask('DELETE', `/${id}`)).json()).toEqual({ id })
    expect(existsSync(join(folder, 'data', 'uploads', id))).toBe(false)
  })

  it('is one of a few', async () => {
    for (let opened = 0; opened < 8; opened++) await begin()
    expect((await ask('POST', '')).json().error.code).toBe('uploads-too-many')
  })
})
