import { appendFile, copyFile, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { recordIn, recordText } from './batch-record.ts'
import { type Access, type Landing, openLanding } from './index.ts'

let folder = ''
const effects = { now: () => Temporal.Instant.from('2024-06-01T12:00:00Z'), log: () => {} }

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function opened<R>(use: (landing: Landing) => R | Promise<R>, access: Access = 'write', path = folder) {
  const landing = await openLanding(path, effects, access)
  try {
    return await use(landing)
  } finally {
    landing.close()
  }
}

const landIn =
  (...names: readonly string[]) =>
  async (landing: Landing) => {
    for (const name of names) await landing.land('csv', (batch) => batch.write('owner', ['id'], [{ id: name }]))
  }

const known = (landing: Landing) => ({
  segments: landing.segments(),
  originals: landing.originals(),
  fields: landing.customFields(),
  account: landing.account(),
})

const manifest = () => join(folder, 'plumbline.sqlite')
const record = (number: number) => join(folder, `landing/batches/0000000${number}.json`)
const aside = async () => {
  const names = await readdir(join(folder, 'landing/set-aside'), { recursive: true }).catch(() => [])
  return names.filter((name) => /\.(json|zst|csv)$/.test(name))
}

it('keeps to its own records beside the manifest of another folder', async () => {
  const other = join(folder, 'other')
  await mkdir(other)
  await opened(landIn('Xe', 'Yo', 'Zo'), 'write', other)
  await opened(landIn('Ann', 'Bob'))
  const before = await opened(known)
  await copyFile(join(other, 'plumbline.sqlite'), manifest())
  expect(await opened(known, 'read')).toEqual(before)
  const after = await opened((landing) => ({ ...known(landing), notices: landing.notices }))
  expect(after).toEqual({ ...before, notices: [expect.stringContaining('it belongs to another landing')] })
  expect(await aside()).toEqual([])
})

it.each([
  ['damaged', () => appendFile(record(1), 'x')],
  ['missing', () => rm(record(1))],
  ['a folder', () => rm(record(1)).then(() => mkdir(record(1)))],
])('writes a record that is %s again from the manifest', async (_, spoil) => {
  await opened(landIn('Ann', 'Bob'))
  const [before, text] = [await opened(known), await readFile(record(1), 'utf8')]
  await spoil()
  expect(await opened(known, 'read')).toEqual(before)
  expect(await opened((landing) => landing.notices, 'read')).toContainEqual(
    expect.stringContaining('missing or damaged'),
  )
  expect(await opened(known)).toEqual(before)
  expect(await readFile(record(1), 'utf8')).toBe(text)
})

it.each(['last', 'first'])(
  'gives no number of the %s record again while it is lost, and has it back with its files',
  async (which) => {
    await opened(landIn('Ann', 'Bob'))
    const [before, lost] = [await opened(known), record(which === 'last' ? 2 : 1)]
    await rename(lost, join(folder, 'lost'))
    await writeFile(lost, 'spoilt')
    await rm(manifest())
    await opened(landIn('Carl'))
    expect(await opened((landing) => landing.segments().length)).toBe(2)
    expect(await aside()).toHaveLength(1)
    await rename(join(folder, 'lost'), lost)
    const { segments, sound } = await opened(async (landing) => {
      for (const segment of landing.segments()) await landing.verify(segment)
      return { segments: landing.segments(), sound: landing.notices }
    })
    expect(segments.slice(0, 2)).toEqual(before.segments)
    expect(segments).toHaveLength(3)
    expect(sound.join()).not.toContain('set-aside')
  },
)

it('has in a copy that was taken while it was written all that was acknowledged before', async () => {
  const copies: string[] = []
  await opened(async (landing) => {
    for (let turn = 1; turn <= 5; turn += 1) {
      await landIn(`${turn}`)(landing)
      const copy = join(folder, `copy-${turn}`)
      const writing = landIn('meanwhile', 'and again')(landing)
      await mkdir(copy)
      await cp(join(folder, 'landing'), join(copy, 'landing'), {
        recursive: true,
        filter: (path) => !path.endsWith('.part'),
      })
      await copyFile(manifest(), join(copy, 'plumbline.sqlite'))
      await writing
      copies.push(copy)
    }
  })
  for (const [index, copy] of copies.entries()) {
    const segments = await opened(
      async (landing) => {
        for (const segment of landing.segments().slice(0, index * 3 + 1)) await landing.verify(segment)
        return landing.segments()
      },
      'write',
      copy,
    )
    expect(segments.length).toBeGreaterThanOrEqual(index * 3 + 1)
  }
})

it('reads a folder in which nothing was landed yet', async () => {
  await opened(() => {})
  expect(await opened((landing) => [landing.segments(), landing.notices], 'read')).toEqual([[], []])
})

it('never gives a moment twice', async () => {
  const times = await opened(async (landing) => {
    await landIn('Ann')(landing)
    return [landing.segments()[0]?.landedAt ?? '', landing.time(), landing.time(), landing.time()]
  })
  expect(times).toEqual([...new Set(times)].toSorted())
})

it('takes no record for its own that names a file outside of landing', async () => {
  await opened(landIn('Ann'))
  const sound = recordIn(await readFile(record(1), 'utf8'), '')
  if (!sound) throw new Error('no record')
  expect(recordIn(recordText(sound), '')).toEqual(sound)
  for (const file of ['../../secret', 'segments/../../secret', '/etc/passwd', 'segments/.hidden'])
    expect(recordIn(recordText({ ...sound, segments: sound.segments.map((one) => ({ ...one, file })) }), '')).toBeNull()
})

/** As the first Plumbline wrote it. */
const firstFormat = `PRAGMA journal_mode = WAL;
  CREATE TABLE segment (seq INTEGER PRIMARY KEY AUTOINCREMENT, source TEXT NOT NULL, stream TEXT NOT NULL, format TEXT NOT NULL,
    columns TEXT NOT NULL, rows INTEGER NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL, file TEXT NOT NULL UNIQUE,
    origin TEXT, landed_at TEXT NOT NULL) STRICT;
  CREATE TABLE cursor (source TEXT NOT NULL, stream TEXT NOT NULL, cursor TEXT NOT NULL, PRIMARY KEY (source, stream)) STRICT;
  CREATE TABLE custom_field (entity TEXT NOT NULL, name TEXT NOT NULL, field TEXT NOT NULL, PRIMARY KEY (entity, name)) STRICT;
  CREATE TABLE account (one INTEGER PRIMARY KEY CHECK (one = 1), settings TEXT NOT NULL) STRICT;
  CREATE TABLE imported_file (sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, file TEXT NOT NULL UNIQUE, imported_at TEXT NOT NULL) STRICT;
  PRAGMA user_version = 1;
  INSERT INTO account VALUES (1, '{"timeZone":"Europe/Amsterdam","currency":"EUR","weekStart":1,"fiscalYearStartMonth":1}');
  INSERT INTO cursor VALUES ('csv', 'owners.csv', 'key');
  INSERT INTO imported_file VALUES ('key', 'owners.csv', 'files/owners.csv', '2024-05-01T00:00:00.000Z');`

it('writes down the manifest of the first Plumbline as a record, log and all', async () => {
  await opened(landIn('Ann'))
  const before = await opened(known)
  const [segment] = before.segments
  if (!segment) throw new Error('no segment')
  await rm(join(folder, 'landing/batches'), { recursive: true })
  await rm(manifest())
  await writeFile(join(folder, 'landing/files/owners.csv'), 'id\nAnn\n')
  const killed = new DatabaseSync(join(folder, 'killed.sqlite'))
  killed.exec(firstFormat)
  const { columns, ...rest } = segment
  killed
    .prepare(
      'INSERT INTO segment (seq, source, stream, format, columns, rows, bytes, sha256, file, origin, landed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(
      rest.seq,
      rest.source,
      rest.stream,
      rest.format,
      JSON.stringify(columns),
      rest.rows,
      rest.bytes,
      rest.sha256,
      rest.file,
      rest.origin,
      rest.landedAt,
    )
  for (const side of ['', '-wal']) await copyFile(join(folder, `killed.sqlite${side}`), `${manifest()}${side}`)
  killed.close()

  await expect(opened(known, 'read')).rejects.toMatchObject({ code: 'data-older' })
  const original = { key: 'key', name: 'owners.csv', file: 'files/owners.csv', importedAt: '2024-05-01T00:00:00.000Z' }
  const after = {
    ...before,
    originals: [{ ...original, sha256: null, bytes: null }],
    account: { timeZone: 'Europe/Amsterdam', currency: 'EUR', weekStart: 1, fiscalYearStartMonth: 1 },
  }
  expect(await opened((landing) => ({ ...known(landing), cursor: landing.cursor('csv', 'owners.csv') }))).toEqual({
    ...after,
    cursor: 'key',
  })
  await rm(manifest())
  expect(await opened(known)).toEqual(after)
  expect(await aside()).toEqual([])
})
