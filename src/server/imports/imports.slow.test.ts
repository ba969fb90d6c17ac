import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importCsv } from '../../cli/commands/import.ts'
import { everything } from '../../data-folder/temporary.fixture.ts'
import { type DataFolder, openDataFolder } from '../../data-folder.ts'
import { createServer } from '../app.ts'
import type { App } from '../serving.ts'
import type { PastImports } from './past-imports-shape.ts'
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
    expect(first.check).toEqual([
      expect.stringContaining('USD was taken'),
      'No column of deals.csv tells whose a deal is.',
    ])

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

  it('can do without one of its files', async () => {
    const id = await handedIn({ 'deals.csv': deals, 'notes.csv': 'What,Ever\n1,2\n' })
    const before = await read(id)
    expect(before.files.map(({ name }) => name)).toEqual(['deals.csv', 'notes.csv'])
    const dropped = await ask('DELETE', `/${id}/files/notes.csv`)
    expect(dropped.json()).toEqual({ id, state: { is: 'open' } })
    expect((await ask('POST', `/${id}/load`)).json().error.code).toBe('upload-unread')
    const after = await read(id, before.mapping)
    expect(after.files.map(({ name }) => name)).toEqual(['deals.csv'])
    expect(after.refusal).toBeNull()
    expect(Object.keys(after.mapping.files)).toEqual(['deals.csv'])
    expect((await ask('DELETE', `/${id}/files/notes.csv`)).json().error.code).toBe('upload-file-unknown')
  })

  it('can be let go of while it is read', async () => {
    const id = await handedIn({ 'deals.csv': `${deals}${'9,Z,Offer,9,03/04/2024,,\n'.repeat(200_000)}` })
    const begun = (await ask('PUT', `/${id}/reading`, { mapping: null })).json<UploadShape>()
    expect(begun.state).toMatchObject({ is: 'busy', canStop: true })
    expect((await ask('DELETE', `/${id}`)).json()).toEqual({ id })
    expect(existsSync(join(folder, 'data', 'uploads', id))).toBe(false)
  })

  it('brings the company its time zone and currency, with the first import alone', async () => {
    const rivals = deals
      .replace('Amount', 'Amount,Currency')
      .replaceAll(/,(\d00),/g, ',$1,USD,')
      .replace('USD', 'EUR')
    const id = await handedIn({ 'deals.csv': rivals })
    expect(await read(id)).toMatchObject({ isSettled: false, rivalCurrencies: ['EUR', 'USD'], currency: 'USD' })
    const account = { timeZone: 'Europe/Berlin', currency: 'EUR' }
    await ask('PUT', `/${id}/reading`, { mapping: null, account })
    expect(await settled(id)).toMatchObject({ ...account, isSettled: false, rivalCurrencies: [] })
    await ask('POST', `/${id}/load`)
    await settled(id)
    expect(data.landing.account()).toMatchObject(account)

    const later = await handedIn({ 'people.csv': 'Full name,Email\nAnn,ann@acme.example\n' })
    expect(await read(later)).toMatchObject({ ...account, isSettled: true })
    const other = await ask('PUT', `/${later}/reading`, { mapping: null, account: { currency: 'USD' } })
    expect(other.json().error.code).toBe('csv-account-settled')
    const wrong = await ask('PUT', `/${later}/reading`, { mapping: null, account: { timeZone: 'Mars/Base' } })
    expect(wrong.statusCode).toBe(400)
  })

  it('is one of a few', async () => {
    for (let opened = 0; opened < 8; opened++) await begin()
    expect((await ask('POST', '')).json().error.code).toBe('uploads-too-many')
  })
})

/** Asks until nothing is being taken back. */
async function turned(): Promise<PastImports> {
  const now = (await ask('GET', '')).json<PastImports>()
  return now.turning.is === 'busy' ? turned() : now
}

describe('an import', () => {
  it('is listed, and is taken back and counts again when asked', async () => {
    const id = await handedIn({ 'deals.csv': deals })
    await read(id)
    await ask('POST', `/${id}/load`)
    const loaded = await settled(id)
    expect(loaded).toMatchObject({ is: 'loaded', number: 1 })
    const before = await everything(data)
    const imported = { number: 1, by: 'local', files: ['deals.csv'], rows: [{ noun: 'deals', count: 3 }], stands: true }
    expect(await turned()).toMatchObject({ turning: { is: 'quiet' }, imports: [imported] })

    expect((await ask('POST', '/past/1/undo')).statusCode).toBe(200)
    expect(await turned()).toMatchObject({
      turning: { is: 'turned', number: 1, turning: 'undo' },
      imports: [{ ...imported, stands: false }],
    })
    expect((await everything(data)).deal).toBe('[]')
    expect((await ask('POST', '/past/1/undo')).json().error.code).toBe('import-undone')
    expect((await ask('POST', '/past/7/undo')).json().error.code).toBe('import-unknown')

    await ask('POST', '/past/1/redo')
    expect(await turned()).toMatchObject({ imports: [imported] })
    expect(await everything(data)).toEqual(before)
  })

  it('that cannot be taken back says why', async () => {
    await importCsvHere({ 'people.csv': 'Full name,Email\nAnn,ann@acme.example\n' })
    await importCsvHere({ 'deals.csv': deals })
    const kept = data.landing.originals().find(({ name }) => name === 'deals.csv')
    await writeFile(join(data.landing.folder, kept?.file ?? ''), 'torn')
    await ask('POST', '/past/1/undo')
    expect((await turned()).turning).toMatchObject({ is: 'failed', failed: { code: 'segment-damaged' } })
    expect((await turned()).imports.every(({ stands }) => stands)).toBe(true)
  })
})

async function importCsvHere(files: Readonly<Record<string, string>>): Promise<void> {
  const id = await handedIn(files)
  await read(id)
  await ask('POST', `/${id}/load`)
  await settled(id)
}
