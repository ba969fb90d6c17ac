import { appendFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Landing, openLanding } from './index.ts'

let folder = ''
let now = Temporal.Instant.from('2024-06-01T12:00:00Z')
let landing: Landing

const open = (step?: (name: string) => void) => openLanding(folder, { now: () => now, log: () => {} }, step)

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
  const score = { name: 'score', kind: 'number', label: 'Score', entity: 'deal', custom: true } as const
  await landing.land('csv', async (batch) => {
    batch.define([score])
    batch.moveCursor('deal', '2024-01-01')
    await batch.keepFile(import.meta.filename, 'key')
  })
  landing.setAccount({ ...landing.account(), timeZone: 'Europe/Amsterdam' })
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
  expect(landing.importedFile('key')).toEqual({ name: 'landing.test.ts', importedAt: '2024-06-01T12:00:00.000Z' })
  expect(await files('files')).toHaveLength(1)
})

it('removes what a killed run left, and never what the manifest names', async () => {
  await landOwners('Ann')
  await writeFile(join(folder, 'landing/segments/deal-1.ndjson.zst.part'), 'half')
  await writeFile(join(folder, 'landing/files/orphan.csv'), 'whole')
  landing.close()
  landing = await open()
  expect(await files('files')).toEqual([])
  expect((await files('segments')).map((name) => join('segments', name))).toEqual([landing.segments()[0]?.file])
})

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
  expect(landing.segments().map((segment) => segment.landedAt)).toEqual(Array(2).fill('2024-06-01T12:00:00.000Z'))
})

it('takes a row with a column that was not declared for a bug', async () => {
  const landed = landing.land('csv', (batch) => batch.write('owner', ['id'], [{ id: '1', nick: 'Bob' }]))
  await expect(landed).rejects.toThrow("row has the column 'nick', which was not declared")
})
