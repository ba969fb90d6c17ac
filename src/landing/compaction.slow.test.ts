import { mkdir, mkdtemp, readdir, readFile, rm, rmdir, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeBackup, restoreBackup, verifyBackup } from '../backup/index.ts'
import { type LandedRow, type Landing, openLanding, type Segment } from './index.ts'

let folder = ''
let now = Temporal.Instant.from('2024-06-01T12:00:00Z')
let landing: Landing

const effects = { now: () => (now = now.add({ seconds: 1 })), log: () => {} }
const open = (step?: (name: string) => void) => openLanding(folder, effects, 'write', step)
const never = new AbortController().signal
const all = { through: Number.MAX_SAFE_INTEGER, without: new Set<number>() }

async function reopen(step?: (name: string) => void): Promise<void> {
  landing.close()
  landing = await open(step)
}

async function compactWhole(may = all): Promise<number> {
  const { into } = await landing.compact(may, never)
  await landing.sweep()
  return into === 0 ? 0 : into + (await compactWhole(may))
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-'))
  landing = await open()
})

afterEach(async () => {
  landing.close()
  await rm(folder, { recursive: true })
})

const files = (part: string) => readdir(join(folder, 'landing', part))
const checkpoint = () => join(folder, 'landing', 'checkpoint.json')

const pull = (nth: number) =>
  landing.land('pull', async (batch) => {
    await batch.write(
      'owner',
      ['id', 'name'],
      [{ id: `${nth % 3}`, name: `{"_row":1,Owner $& ${nth}\na\u2028{b\u2029{` }],
    )
    const bare = nth % 5 === 0
    const deal = (row: number) => ({ id: `${row}`, ...(bare ? {} : { name: `${nth}` }) }) as LandedRow
    await batch.write(
      'deal',
      bare ? ['id'] : ['id', 'name'],
      Array.from({ length: nth % 4 }, (_, row) => deal(row)),
    )
    batch.moveCursor('deal', `${nth}`)
    batch.define([{ entity: 'deal', name: 'score', kind: 'number', label: `Score ${nth}`, custom: true }])
    batch.revise({ kind: 'note', id: `${nth % 2}`, revision: nth, version: 1, at: null, by: null, content: nth })
  })

async function pulls(from: number, to: number): Promise<void> {
  for (let nth = from; nth <= to; nth++) await pull(nth)
}

const imported = (nth: number) =>
  landing.land('csv', async (batch) => {
    const file = join(folder, `deals-${nth}.csv`)
    await writeFile(file, `${nth}`)
    await batch.keepFile(file, `key ${nth}`)
    await batch.write('deal', ['id', 'name'], [{ id: `i${nth}`, name: `Import ${nth}` }], `deals-${nth}.csv`)
  })

/** Every row that counts, with what orders it, in the order of landing. */
async function rows(): Promise<readonly string[]> {
  const found = await Promise.all(landing.segments().map(rowsOf))
  const order = (row: string) => Number(/"_seq":(\d+)/.exec(row)?.[1])
  return found.flat().toSorted((one, other) => order(one) - order(other))
}

async function rowsOf(segment: Segment): Promise<readonly string[]> {
  const { file, joined, seq, landedAt, stream, source, origin } = segment
  await landing.verify(segment)
  const lines = zstdDecompressSync(await readFile(join(landing.folder, file)))
    .toString()
    .split('\n')
    .filter(Boolean)
  const mark = `{"_seq":${seq},"_landed_at":"${landedAt}",`
  expect(lines.length).toBe(segment.rows)
  return lines.map((line) => `${stream} ${source} ${origin} ${joined ? line : mark + line.slice(1)}`)
}

const said = async () => ({
  rows: await rows(),
  cursor: landing.cursor('pull', 'deal'),
  fields: landing.customFields(),
  account: landing.account(),
  documents: landing.documents('note'),
  told: await landing.revisions('note', '1'),
  originals: landing.originals(),
  imports: landing
    .batches()
    .flatMap(({ number, content, stands }) => (content.originals.length ? [[number, stands]] : [])),
  resting: landing.resting().map(({ seq }) => seq),
})

const nothingAside = async () => expect(await files('.')).not.toContain('set-aside')

describe('compaction', () => {
  it('joins what is small, and leaves every row as it was landed, in its order', async () => {
    await pulls(1, 40)
    const before = await said()
    expect(await compactWhole()).toBeGreaterThan(0)
    expect(await said()).toEqual(before)
    expect(landing.segments().length).toBeLessThan(12)
    expect((await files('segments')).length).toBe(landing.segments().length)
    await reopen()
    expect(await said()).toEqual(before)
    expect(landing.notices).toEqual([])
  })

  it('joins what was joined with what came later, a size at a time', async () => {
    for (let round = 0; round < 12; round++) {
      await pulls(round * 10 + 1, round * 10 + 10)
      await compactWhole()
    }
    expect((await rows()).length).toBe(120 + Array.from({ length: 120 }, (_, n) => (n + 1) % 4).reduce((a, b) => a + b))
    expect(landing.segments().length).toBeLessThan(30)
  })

  it('goes on with numbers, times and cursors where it was', async () => {
    await pulls(1, 20)
    const last = landing.segments().at(-1)
    await compactWhole()
    await reopen()
    await pull(21)
    const [next] = landing.segments(last?.seq)
    expect([next?.seq, (next?.landedAt ?? '') > (last?.landedAt ?? '')]).toEqual([41, true])
    expect(landing.landedAfter(40)).toBe(2)
  })

  it('leaves imports alone, and each can be taken back', async () => {
    await pulls(1, 10)
    await imported(11)
    await pulls(12, 30)
    await imported(31)
    await compactWhole()
    const before = await said()
    const number = landing.batches().find(({ content }) => content.originals.length > 0)?.number ?? 0
    await landing.turn({ takenBack: [number], again: [], batches: [], fill: async () => {} })
    expect((await rows()).filter((row) => row.includes('Import'))).toHaveLength(1)
    await pulls(32, 50)
    await compactWhole()
    await landing.turn({ takenBack: [], again: [number], batches: [], fill: async () => {} })
    await reopen()
    expect(
      (await rows()).filter((row) => !/"name":"(3[2-9]|4\d|50)"|Owner \$& (3[2-9]|4\d|50)/.test(row) && !isBare(row)),
    ).toEqual(before.rows.filter((row) => !isBare(row)))
    const past = await landing.before(number, number)
    for (const segment of past.segments()) await landing.verify(segment)
  })

  it('takes nothing that landed after a number, or that was missed', async () => {
    await pulls(1, 30)
    await compactWhole({ through: 40, without: new Set([1]) })
    const loose = landing.segments().filter(({ joined }) => !joined)
    expect(loose.map(({ seq }) => seq)).toContain(1)
    expect(loose.filter(({ seq }) => seq > 40)).toHaveLength(20)
  })

  it('leaves a segment that is not whole where it is, and its neighbours too', async () => {
    await pulls(1, 20)
    const damaged = landing.segments().find(({ seq }) => seq === 9)
    await truncate(join(landing.folder, damaged?.file ?? ''), 5)
    await compactWhole()
    await compactWhole()
    expect(
      landing
        .segments()
        .filter(({ joined }) => !joined)
        .map(({ seq }) => seq),
    ).toContain(9)
    expect(landing.segments().some(({ joined }) => joined)).toBe(true)
  })

  it('joins all else when the files of one kind cannot be read now, says so, and joins those too when they can', async () => {
    await pulls(1, 40)
    const { file } = landing.segments().find(({ stream }) => stream === 'owner') as Segment
    const path = join(landing.folder, file)
    const kept = await readFile(path)
    await rm(path)
    await mkdir(path)
    await expect(compactWhole()).rejects.toThrow('EISDIR')
    const loose = () => new Set(landing.segments().flatMap(({ stream, joined }) => (joined ? [] : [stream])))
    expect(landing.segments().some(({ joined }) => joined)).toBe(true)
    expect((await files('segments')).filter((name) => name.endsWith('.part'))).toEqual([])
    expect(loose()).toContain('owner')
    await rmdir(path)
    await writeFile(path, kept)
    await compactWhole()
    expect([...loose()]).not.toContain('owner')
  })

  it('keeps what was joined as long as what it became is not whole', async () => {
    await pulls(1, 20)
    const before = (await files('segments')).length
    await landing.compact(all, never)
    const joined = landing.segments().filter((segment) => segment.joined)
    for (const { file } of joined) await truncate(join(landing.folder, file), 3)
    expect(await landing.sweep()).toBe(0)
    expect((await files('segments')).length).toBe(before + joined.length)
    await reopen()
    await nothingAside()
  })

  it.each([
    ['joined', 1],
    ['joined', 2],
    ['join settled', 1],
    ['join settled', 2],
    ['recording', 1],
    ['recorded', 1],
    ['noting', 1],
    ['noted', 1],
    ['sweeping', 1],
    ['swept', 1],
  ])('says the same when it is cut off at: %s, time %i, and ends when it is run again', async (name, nth) => {
    await pulls(1, 20)
    await imported(21)
    const before = await said()
    let left = nth
    await reopen((step) => {
      if (step === name && --left === 0) throw new Error('cut off')
    })
    await expect(compactWhole()).rejects.toThrow('cut off')
    await reopen()
    expect(await said()).toEqual(before)
    await compactWhole()
    expect(await said()).toEqual(before)
    expect((await files('segments')).length).toBe(landing.segments().length)
  })

  it('stops between two files when it is told to, and leaves nothing', async () => {
    await pulls(1, 20)
    const before = await files('segments')
    await expect(landing.compact(all, AbortSignal.abort(new Error('closing')))).rejects.toThrow('closing')
    expect(await files('segments')).toEqual(before)
  })
})

describe('a checkpoint', () => {
  beforeEach(async () => {
    await pulls(1, 20)
    await imported(21)
    await compactWhole()
    await pulls(22, 24)
  })

  it.each<[string, () => Promise<void>]>([
    ['lost', () => rm(checkpoint())],
    ['emptied', () => truncate(checkpoint())],
    [
      'changed',
      async () => writeFile(checkpoint(), (await readFile(checkpoint(), 'utf8')).replace('"rows":', '"rows":1')),
    ],
    [
      'of a later format',
      async () => writeFile(checkpoint(), (await readFile(checkpoint(), 'utf8')).replace('"format":1', '"format":9')),
    ],
  ])('that is %s is done without, and made again', async (_, spoil) => {
    const before = await said()
    await spoil()
    await reopen()
    expect(await said()).toEqual(before)
    await nothingAside()
    await pulls(25, 45)
    await compactWhole()
    const made = await said()
    await reopen()
    expect(await said()).toEqual(made)
  })

  it('is read in place of the records before it, which stay', async () => {
    const before = await rows()
    await writeFile(join(folder, 'landing', 'batches', '00000003.json'), 'damaged')
    await reopen()
    expect([await rows(), landing.notices]).toEqual([before, []])
    await expect(landing.revisions('note', '1')).rejects.toMatchObject({ code: 'record-damaged' })
    await rm(checkpoint())
    await reopen()
    expect(await landing.revisions('note', '1')).toHaveLength(11)
  })

  it('of other records than those that are there is no use', async () => {
    const kept = await readFile(checkpoint(), 'utf8')
    landing.close()
    await rm(join(folder, 'landing'), { recursive: true })
    await rm(join(folder, 'plumbline.sqlite'))
    landing = await open()
    await pulls(1, 30)
    const before = await said()
    await writeFile(checkpoint(), kept)
    await reopen()
    expect(await said()).toEqual(before)
  })

  it('knows what a lost record said', async () => {
    const before = await said()
    const joins = (await files('batches')).find((name) => name === '00000022.json') ?? ''
    await rm(join(folder, 'landing', 'batches', joins))
    landing.close()
    await rm(join(folder, 'plumbline.sqlite'))
    landing = await open()
    expect((await said()).rows).toEqual(before.rows)
    await nothingAside()
  })
})

describe('a backup', () => {
  const around = { now: effects.now, progress: () => {}, lock: () => () => {} }
  const to = () => join(folder, 'kept-apart')

  it('follows a compaction, leaves out what was joined, and restores all', async () => {
    await pulls(1, 20)
    const backup = await mkdtemp(join(tmpdir(), 'plumbline-backup-'))
    try {
      await makeBackup(folder, backup, around)
      await compactWhole()
      await pulls(21, 23)
      const { bad } = await makeBackup(folder, backup, around)
      expect([bad, (await verifyBackup(backup, () => {})).bad]).toEqual([[], []])
      expect((await readdir(join(backup, 'landing', 'segments'))).length).toBe(landing.segments().length)
      expect((await makeBackup(folder, backup, around)).copied.files).toBe(0)
      await restoreBackup(backup, to(), around)
      const restored = await openLanding(to(), effects, 'write')
      expect([restored.segments(), restored.notices.length]).toEqual([landing.segments(), 1])
      restored.close()
    } finally {
      await rm(backup, { recursive: true })
    }
  })
})

const isBare = (row: string): boolean => !row.includes('"name"')
