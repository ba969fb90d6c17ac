import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultAccount } from '../model/index.ts'
import { recordText } from './batch-record.ts'
import { type Batch, type Landing, openLanding } from './index.ts'

let folder = ''
let landing: Landing

const effects = { now: () => Temporal.Instant.from('2024-06-01T12:00:00Z'), log: () => {} }
const open = (step?: (name: string) => void) => openLanding(folder, effects, 'write', step)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-'))
  landing = await open()
})
afterEach(async () => {
  landing.close()
  await rm(folder, { recursive: true })
})

/** An import of one owner from a file of its own, with all that a batch can tell. */
async function bring(name: string): Promise<void> {
  const path = join(folder, `${name}.csv`)
  await writeFile(path, `id\n${name}\n`)
  await landing.land('csv', async (batch) => {
    batch.setAccount({ ...defaultAccount, currency: name })
    await batch.write('owner', ['id'], [{ id: name }], `${name}.csv`)
    batch.define([{ entity: 'owner', name: 'score', kind: 'number', label: name, custom: true }])
    batch.moveCursor('owners.csv', name)
    batch.doubt('owners.csv', [`${name}?`])
    await batch.keepFile(path, name)
  })
}

const none = { takenBack: [], again: [], batches: [], fill: async () => {} }
const undo = (...takenBack: readonly number[]) => landing.turn({ ...none, takenBack })
const redo = (...again: readonly number[]) => landing.turn({ ...none, again })

const said = () => ({
  origins: landing.segments().map(({ origin }) => origin),
  account: landing.account().currency,
  fields: landing.customFields().map(({ label }) => label),
  cursor: landing.cursor('csv', 'owners.csv'),
  doubts: landing.doubts(),
  imported: ['Ann', 'Bob', 'Cy'].filter((name) => landing.importedFile(name) !== null),
})

async function again(step?: (name: string) => void): Promise<void> {
  landing.close()
  landing = await open(step)
}

const onDisk = async (part: string) => (await readdir(join(folder, 'landing', part))).toSorted()
const record = (number: number) => join(folder, `landing/batches/0000000${number}.json`)

describe('a batch that was taken back', () => {
  it('says nothing any more, and all of it again once it counts again', async () => {
    for (const name of ['Ann', 'Bob']) await bring(name)
    const both = said()
    await undo(2)
    const alone = said()
    expect(alone).toEqual({
      origins: ['Ann.csv'],
      account: 'Ann',
      fields: ['Ann'],
      cursor: 'Ann',
      doubts: ['Ann?'],
      imported: ['Ann'],
    })
    await again()
    expect([said(), landing.notices]).toEqual([alone, []])
    await redo(2)
    expect(said()).toEqual(both)
    await again()
    expect(said()).toEqual(both)
  })

  it('leaves every file where it is', async () => {
    for (const name of ['Ann', 'Bob']) await bring(name)
    const before = [await onDisk('segments'), await onDisk('files')]
    await undo(1, 2)
    await again()
    expect([await onDisk('segments'), await onDisk('files')]).toEqual(before)
    expect(landing.resting()).toHaveLength(2)
    for (const segment of landing.resting()) await landing.verify(segment)
    for (const original of landing.originals()) await landing.verifyOriginal(original)
  })

  it('gives its numbers to no other, and can come again as news', async () => {
    await bring('Ann')
    await undo(1)
    await bring('Ann')
    expect(landing.segments().map(({ seq }) => seq)).toEqual([2])
    expect(landing.importedFile('Ann')).not.toBe(null)
    await redo(1)
    expect(landing.segments().map(({ seq }) => seq)).toEqual([1, 2])
  })

  it.each(['records', 'manifest'])('stays so when the %s are lost', async (what) => {
    for (const name of ['Ann', 'Bob']) await bring(name)
    await undo(1)
    const before = said()
    landing.close()
    if (what === 'manifest') await rm(join(folder, 'plumbline.sqlite'))
    else for (const number of [1, 3]) await rm(record(number))
    landing = await open()
    expect(said()).toEqual(before)
  })

  it('is written in a format that an older Plumbline refuses, and nothing else is', async () => {
    await bring('Ann')
    await undo(1)
    const formats = await Promise.all([1, 2].map(async (number) => JSON.parse(await readFile(record(number), 'utf8'))))
    expect(formats.map(({ format }) => format)).toEqual([1, 2])
  })

  it('is nothing to a record of a batch that is lost', async () => {
    for (const name of ['Ann', 'Bob']) await bring(name)
    await undo(1)
    landing.close()
    for (const file of [record(1), join(folder, 'plumbline.sqlite')]) await rm(file)
    landing = await open()
    expect(said().origins).toEqual(['Bob.csv'])
    expect(landing.notices.join()).toContain('00000001.json is missing')
  })
})

describe('a later batch', () => {
  const anew = (label: string) => ({
    ...none,
    takenBack: [1],
    batches: [2],
    async fill(batch: Batch, number: number) {
      await batch.write('owner', ['id'], [{ id: `${label} of ${number}` }], 'Bob.csv')
      batch.moveCursor('owners.csv', label)
      await batch.keepFile(join(folder, 'Bob.csv'), 'Bob')
    },
  })

  it('is what it was read anew as, landed when it was', async () => {
    for (const name of ['Ann', 'Bob']) await bring(name)
    const [, bob] = landing.segments()
    await landing.turn(anew('anew'))
    const [now, ...others] = landing.segments()
    expect(others).toEqual([])
    expect(now).toMatchObject({ seq: 3, origin: 'Bob.csv', landedAt: bob?.landedAt })
    expect(now?.file).not.toBe(bob?.file)
    expect(said()).toMatchObject({ cursor: 'anew', imported: ['Bob'] })
    const before = landing.segments()
    await again()
    expect(landing.segments()).toEqual(before)
  })

  it('that is read as it was keeps its file', async () => {
    for (const name of ['Ann', 'Bob']) await bring(name)
    const before = await onDisk('segments')
    await landing.turn({
      ...anew('Bob'),
      fill: (batch) => batch.write('owner', ['id'], [{ id: 'Bob' }], 'Bob.csv'),
    })
    expect(await onDisk('segments')).toEqual(before)
    expect(landing.segments().map(({ origin }) => origin)).toEqual(['Bob.csv'])
  })

  it('names no file that another segment counts by, though its bytes are the same', async () => {
    for (const name of ['Ann', 'Bob']) await bring(name)
    await landing.land('csv', (batch) => batch.write('owner', ['id'], [{ id: 'Bob' }], 'Bob.csv'))
    const twice = async (batch: Batch) => {
      for (let time = 0; time < 2; time++) await batch.write('owner', ['id'], [{ id: 'Bob' }], 'Bob.csv')
    }
    await landing.turn({ ...none, takenBack: [1], batches: [2, 3], fill: twice })
    const files = landing.segments().map(({ file }) => file)
    expect(files).toHaveLength(4)
    expect(new Set(files).size).toBe(4)
  })

  it.each(['written', 'settled', 'filled', 'recording', 'in place'])(
    'and all else are as before when it ends at: %s',
    async (at) => {
      for (const name of ['Ann', 'Bob']) await bring(name)
      const before = said()
      await again((step) => {
        if (step === at) throw new Error('killed')
      })
      await expect(landing.turn(anew('anew'))).rejects.toThrow('killed')
      expect(said()).toEqual(before)
      await again()
      expect(at === 'in place' ? [said().imported] : [said(), landing.notices]).toEqual(
        at === 'in place' ? [['Bob']] : [before, []],
      )
    },
  )

  it('has numbers behind what was landed meanwhile', async () => {
    for (const name of ['Ann', 'Bob']) await bring(name)
    const turn = anew('anew')
    await landing.turn({
      ...turn,
      async fill(batch, number) {
        await landing.land('plumbline', (other) => other.write('goal', ['id'], [{ id: 'goal' }]))
        await turn.fill(batch, number)
      },
    })
    expect(landing.segments().map(({ seq, stream }) => [seq, stream])).toEqual([
      [3, 'goal'],
      [4, 'owner'],
    ])
  })
})

it('takes no record for its own that names a file outside of landing in what was read anew', async () => {
  await bring('Ann')
  const [segment] = landing.segments()
  if (!segment) throw new Error('nothing landed')
  const content = { originals: [], fields: [], cursors: [], account: null }
  const reread = [{ batch: 1, ...content, segments: [{ ...segment, file: '../../secret' }] }]
  landing.close()
  await writeFile(
    record(2),
    recordText({ number: 2, segments: [], ...content, change: { takenBack: [], again: [], reread } }),
  )
  landing = await open()
  expect(landing.notices.join()).toContain('00000002.json is missing or is not as it was written')
})
