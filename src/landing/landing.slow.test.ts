import {
  appendFile,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Landing, openLanding } from './index.ts'

let folder = ''
let now = Temporal.Instant.from('2024-06-01T12:00:00Z')
let landing: Landing

const open = (step?: (name: string) => void) => openLanding(folder, { now: () => now, log: () => {} }, 'write', step)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-'))
  now = Temporal.Instant.from('2024-06-01T12:00:00Z')
  landing = await open()
})

afterEach(async () => {
  landing.close()
  await rm(folder, { recursive: true })
})

const landOwners = (...names: readonly string[]) =>
  landing.land('csv', (batch) =>
    batch.write(
      'owner',
      ['id', 'name'],
      names.map((name) => ({ id: name, name })),
      'owners.csv',
    ),
  )

const files = (part: string) => readdir(join(folder, 'landing', part))

it('names each segment with its rows, columns, checksum and origin', async () => {
  await landOwners('Ann', 'Bob')
  const [segment] = landing.segments()
  expect(segment).toMatchObject({
    seq: 1,
    source: 'csv',
    stream: 'owner',
    format: 'ndjson.zst',
    columns: ['id', 'name'],
    rows: 2,
    origin: 'owners.csv',
    landedAt: '2024-06-01T12:00:00.000Z',
  })
  if (segment) await landing.verify(segment)
})

it('gives only the segments after the one that is named', async () => {
  await landOwners('Ann')
  await landOwners('Bob')
  expect(landing.segments(1).map((segment) => segment.seq)).toEqual([2])
})

it('leaves everything as it was when filling a batch fails', async () => {
  const failing = landing.land('csv', async (batch) => {
    await batch.write('owner', ['id'], [{ id: '1' }])
    await batch.keepFile(import.meta.filename, 'key')
    batch.moveCursor('owner', '5')
    throw new Error('the source went away')
  })
  await expect(failing).rejects.toThrow('the source went away')
  expect([landing.segments(), landing.cursor('csv', 'owner'), landing.importedFile('key')]).toEqual([[], null, null])
  expect([await files('segments'), await files('files')]).toEqual([[], []])
})

it('leaves nothing of a batch whose record in the manifest failed', async () => {
  landing.close()
  landing = await open((step) => {
    if (step === 'recording') throw new Error('the disk is full')
  })
  await expect(landOwners('Ann')).rejects.toThrow('the disk is full')
  expect([landing.segments(), await files('segments')]).toEqual([[], []])
})

it('keeps cursors, custom fields, account and imported files over a restart', async () => {
  await landing.land('csv', async (batch) => {
    batch.define([score])
    batch.moveCursor('deal', '2024-01-01')
    await batch.keepFile(import.meta.filename, 'key')
  })
  await landing.setAccount({ ...landing.account(), timeZone: 'Europe/Amsterdam' })
  landing.close()
  landing = await open()
  expect(landing.customFields()).toEqual([score])
  expect(landing.cursor('csv', 'deal')).toBe('2024-01-01')
  expect(landing.account()).toEqual({
    timeZone: 'Europe/Amsterdam',
    currency: 'USD',
    weekStart: 1,
    fiscalYearStartMonth: 1,
  })
  expect(landing.importedFile('key')).toMatchObject({
    name: 'landing.slow.test.ts',
    importedAt: '2024-06-01T12:00:00.000Z',
  })
  expect(await files('files')).toHaveLength(1)
})

it('sets aside what no record names, and says so', async () => {
  await landOwners('Ann')
  await writeFile(join(folder, 'landing/segments/deal-1.ndjson.zst.part'), 'half')
  await writeFile(join(folder, 'landing/files/orphan.csv'), 'whole')
  await reopened()
  expect(await files('files')).toEqual([])
  expect((await files('segments')).map((name) => join('segments', name))).toEqual([landing.segments()[0]?.file])
  const aside = (await readdir(join(folder, 'landing/set-aside'), { recursive: true })).map((name) => basename(name))
  expect(aside).toEqual(expect.arrayContaining(['deal-1.ndjson.zst.part', 'orphan.csv']))
  expect(landing.notices).toEqual([expect.stringContaining('There are 2 files in')])
})

const score = { name: 'score', kind: 'number', label: 'Score', entity: 'deal', custom: true } as const

async function fillAll(): Promise<void> {
  await landing.setAccount({ ...landing.account(), timeZone: 'Europe/Amsterdam' })
  await landOwners('Ann')
  await landing.land('csv', async (batch) => {
    batch.define([score])
    batch.moveCursor('deal', '2024-01-01')
    await batch.keepFile(import.meta.filename, 'key')
    await batch.write('owner', ['id'], [{ id: 'Bob' }])
  })
}

const all = () => ({
  segments: landing.segments(),
  originals: landing.originals(),
  fields: landing.customFields(),
  cursor: landing.cursor('csv', 'deal'),
  account: landing.account(),
})

const manifest = () => join(folder, 'plumbline.sqlite')

it.each([
  ['missing', () => rm(manifest())],
  ['empty', () => truncate(manifest())],
  ['no database', () => writeFile(manifest(), 'this is a letter to my mother, not a database at all'.repeat(99))],
])('makes a manifest that is %s again from the records', async (_, spoil) => {
  await fillAll()
  const before = all()
  landing.close()
  await spoil()
  landing = await open()
  expect(all()).toEqual(before)
  for (const segment of landing.segments()) await landing.verify(segment)
  expect(landing.notices.join()).not.toContain('set-aside')
})

it('rolls an older manifest forward', async () => {
  await landOwners('Ann')
  landing.close()
  await copyFile(manifest(), join(folder, 'older'))
  landing = await open()
  await fillAll()
  const before = all()
  landing.close()
  await rename(join(folder, 'older'), manifest())
  landing = await open()
  expect(all()).toEqual(before)
  await landOwners('Carl')
  expect(landing.segments().map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
})

it.each([
  ['manifest', () => void new DatabaseSync(manifest()).exec('PRAGMA user_version = 99')],
  ['record', () => writeFile(join(folder, 'landing/batches/00000009.json'), '{"format":99,"checksum":"","batch":{}}')],
])('refuses a %s of a newer format', async (_, make) => {
  await landOwners('Ann')
  landing.close()
  await make()
  await expect(open()).rejects.toMatchObject({ code: 'data-newer', of: { found: 99 } })
  expect(await files('segments')).toHaveLength(1)
  await rm(manifest())
  await rm(join(folder, 'landing/batches/00000009.json'), { force: true })
  landing = await open()
})

it('says which record is damaged, and keeps what it names', async () => {
  await landOwners('Ann')
  await landOwners('Bob')
  landing.close()
  await rm(manifest())
  await appendFile(join(folder, 'landing/batches/00000001.json'), 'x')
  landing = await open()
  expect(landing.segments().map(({ seq }) => seq)).toEqual([2])
  expect(landing.notices).toEqual([
    expect.stringContaining('The manifest was missing'),
    expect.stringContaining('00000001.json is missing or is not as it was written'),
    expect.stringContaining('There is 1 file in'),
  ])
})

it('reads without touching a file, and writes nothing', async () => {
  await fillAll()
  const before = all()
  await writeFile(join(folder, 'landing/files/orphan.csv'), 'whole')
  landing.close()
  const [bytes, reading] = [await tree(), await openLanding(folder, { now: () => now, log: () => {} }, 'read')]
  landing = reading
  expect(all()).toEqual(before)
  expect(landing.notices).toEqual([expect.stringContaining('There is 1 file in')])
  await expect(landOwners('Bob')).rejects.toMatchObject({ code: 'folder-read-only' })
  expect(await tree()).toEqual(bytes)
})

it('gives commits that come at once each a number of their own', async () => {
  await Promise.all(['Ann', 'Bob', 'Carl'].map((name) => landOwners(name)))
  await reopened()
  expect(landing.segments().map(({ seq }) => seq)).toEqual([1, 2, 3])
})

async function reopened(): Promise<void> {
  landing.close()
  landing = await open()
}

/** Each file with its content and the time it was changed. */
async function tree(): Promise<readonly unknown[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return Promise.all(paths.map(async (path) => [path, await readFile(path, 'base64'), (await stat(path)).mtimeMs]))
}

it.each([
  ['segment-damaged', (path: string) => appendFile(path, 'x')],
  ['segment-missing', (path: string) => rm(path)],
])('refuses with %s a segment that is not as it was written', async (code, spoil) => {
  await landOwners('Ann')
  const [segment] = landing.segments()
  if (!segment) throw new Error('no segment')
  await spoil(join(landing.folder, segment.file))
  await expect(landing.verify(segment)).rejects.toMatchObject({ code, of: { file: segment.file } })
})

it('takes over a file that an engine wrote', async () => {
  const path = join(folder, 'made', 'deals.parquet')
  await mkdir(join(folder, 'made'))
  await writeFile(path, 'PAR1')
  await landing.land('sample', (batch) => batch.adopt('deal', path, ['id'], 7))
  expect(landing.segments()).toMatchObject([{ format: 'parquet', rows: 7, bytes: 4 }])
  expect(await readdir(join(folder, 'made'))).toEqual([])
})

it('never dates a landing before an earlier one', async () => {
  await landOwners('Ann')
  now = now.subtract({ hours: 1 })
  await landOwners('Bob')
  expect(landing.segments().map((segment) => segment.landedAt)).toEqual([
    '2024-06-01T12:00:00.000Z',
    '2024-06-01T12:00:00.001Z',
  ])
  expect(landing.time()).toBe('2024-06-01T12:00:00.002Z')
})

it('takes a row with a column that was not declared for a bug', async () => {
  const landed = landing.land('csv', (batch) => batch.write('owner', ['id'], [{ id: '1', nick: 'Bob' }]))
  await expect(landed).rejects.toThrow("row has the column 'nick', which was not declared")
})
