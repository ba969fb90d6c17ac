import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadFacts } from '../facts/index.ts'
import { entity, text } from '../model/index.ts'
import { factsWith, later, loaded, openedWith } from './renewed.fixture.ts'
import { everything, inTemporaryFolder, landRows, rowsOf } from './temporary.fixture.ts'

type Opened = Awaited<ReturnType<typeof openedWith>>

const region = { entity: 'deal', name: 'region', kind: 'text', label: 'Region', custom: true } as const
const firstOrdinal = (data: Opened) => rowsOf(data, 'SELECT min(ordinal) FROM deal_state')
const generations = async (folder: string) =>
  (await readdir(join(folder, 'warehouse'))).filter((name) => name.endsWith('.duckdb')).length

/** A rebuild makes all from landing: what was made otherwise has to be the same. */
async function expectAsRebuilt(data: Opened): Promise<void> {
  const renewed = await everything(data)
  await data.warehouse.rebuild()
  expect(renewed).toEqual(await everything(data))
}

describe('A fact that the program makes in another way than before', () => {
  it('is made anew with what is made from it, and nothing else', () =>
    inTemporaryFolder(async (folder) => {
      await loaded(folder)
      const steps: string[] = []
      const data = await openedWith(await later(), folder, (name) => steps.push(name))
      await data.warehouse.refresh()
      const made = steps.filter((name) => name.startsWith('made '))
      expect(made).toEqual(['made deal_state', 'made deal_change'])
      expect(steps).not.toContain('built')
      expect(await firstOrdinal(data)).toEqual([[101]])
      expect(data.warehouse.moment()).toMatchObject({ generation: 3, outdated: [] })
      await expectAsRebuilt(data)
      await data.close()
    }))

  it('answers as it was made until then, and says of which generation it is', () =>
    inTemporaryFolder(async (folder) => {
      await loaded(folder)
      const asked: Promise<unknown>[] = []
      const opening = later().then((facts) =>
        openedWith(facts, folder, (name) => {
          if (name === 'copied' || name === 'renewed') asked.push(opening.then(firstOrdinal))
        }),
      )
      const data = await opening
      expect(data.warehouse.madeAtOpening).toBeNull()
      expect(data.warehouse.moment()).toMatchObject({ generation: 2, outdated: ['deal_state', 'deal_change'] })
      expect(await firstOrdinal(data)).toEqual([[1]])
      await data.warehouse.refresh()
      expect(asked).toHaveLength(2)
      expect((await Promise.all(asked))[0]).toEqual([[1]])
      await data.close()
    }))

  it('refuses what it has no column for yet, with one sentence, and answers all else', () =>
    inTemporaryFolder(async (folder) => {
      await loaded(folder)
      const facts = await factsWith('deal_state', (fact) => ({
        ...fact,
        ...entity(fact.name, { ...fact, fields: { ...fact.fields, mood: text('Mood') } }),
        rows: (touched, making) => `SELECT *, 'good' FROM (${fact.rows(touched, making)})`,
      }))
      const data = await openedWith(facts, folder)
      await expect(rowsOf(data, 'SELECT DISTINCT mood FROM deal_state')).rejects.toMatchObject({
        code: 'facts-being-made',
      })
      const statement = { sql: 'SELECT mood FROM deal_state', values: [], columns: [] }
      await expect(Array.fromAsync(data.warehouse.reading((ask) => ask(statement)))).rejects.toMatchObject({
        code: 'facts-being-made',
      })
      expect(await firstOrdinal(data)).toEqual([[1]])
      await data.warehouse.refresh()
      expect(await rowsOf(data, 'SELECT DISTINCT mood FROM deal_state')).toEqual([['good']])
      await data.close()
    }))

  it.each(['copied', 'made deal_state', 'made deal_change', 'renewed', 'pointed', 'swapped'])(
    'is made by the next start when this one is killed at "%s"',
    (step) =>
      inTemporaryFolder(async (folder) => {
        await loaded(folder)
        const child = new URL('./killed-renewal.fixture.ts', import.meta.url).pathname
        const [, signal] = await once(spawn(process.execPath, [child, folder, step], { stdio: 'ignore' }), 'exit')
        expect(signal).toBe('SIGKILL')
        const data = await openedWith(await later(), folder)
        expect(data.warehouse.madeAtOpening).toBeNull()
        const isDone = step === 'pointed' || step === 'swapped'
        expect(await firstOrdinal(data)).toEqual([[isDone ? 101 : 1]])
        await data.warehouse.refresh()
        expect(await firstOrdinal(data)).toEqual([[101]])
        expect(await generations(folder)).toBe(1)
        await expectAsRebuilt(data)
        await data.close()
      }),
  )

  it('goes where the program has it no longer', () =>
    inTemporaryFolder(async (folder) => {
      await loaded(folder)
      const { stored, ...facts } = await loadFacts()
      const data = await openedWith({ ...facts, stored: stored.filter(({ name }) => name !== 'deal_change') }, folder)
      await data.warehouse.refresh()
      expect(Object.keys(await everything(data))).not.toContain('deal_change')
      await data.close()
    }))
})

describe('A property that is new', () => {
  it('is a column more: no fact is touched, and the generation is the same', () =>
    inTemporaryFolder(async (folder) => {
      await loaded(folder)
      const steps: string[] = []
      const data = await openedWith(await loadFacts(), folder, (name) => steps.push(name))
      const places = () => rowsOf(data, 'SELECT rowid, id FROM deal_state ORDER BY rowid')
      const before = await places()
      await data.landing.land('test', async (batch) => {
        batch.define([region])
        await batch.write('deal', ['id', 'region', '_version'], [row('1', 'North')])
      })
      await data.warehouse.refresh()
      expect(steps.filter((name) => /^(made|built|copied)/.test(name))).toEqual([])
      expect(await places()).toEqual(before)
      expect(data.warehouse.moment().generation).toBe(2)
      expect(data.warehouse.moment().model.deal?.fields).toHaveProperty('region')
      expect(await rowsOf(data, 'SELECT id, region, name FROM deal ORDER BY id')).toEqual([
        ['1', 'North', 'Anvils'],
        ['2', null, 'Bellows'],
      ])
      await expectAsRebuilt(data)
      await data.close()
    }))

  it('is filled from what had landed before anybody knew of it, and the other kinds of record are left alone', () =>
    inTemporaryFolder(async (folder) => {
      await loaded(folder)
      const steps: string[] = []
      const data = await openedWith(await loadFacts(), folder, (name) => steps.push(name))
      await landRows(data, 'deal', [row('1', 'North')])
      await data.warehouse.refresh()
      await data.landing.land('test', async (batch) => batch.define([region]))
      await data.warehouse.refresh()
      expect(await rowsOf(data, 'SELECT region FROM deal ORDER BY id')).toEqual([['North'], [null]])
      expect(steps).toContain('made deal')
      expect(steps).not.toContain('made contact_history')
      expect(steps).not.toContain('built')
      await expectAsRebuilt(data)
      await data.close()
    }))

  it('is not there before its column is', () =>
    inTemporaryFolder(async (folder) => {
      await loaded(folder)
      const before = await openedWith(await loadFacts(), folder)
      await before.landing.land('test', async (batch) => batch.define([region]))
      await before.close()
      const data = await openedWith(await loadFacts(), folder)
      expect(data.warehouse.moment().model.deal?.fields).not.toHaveProperty('region')
      await data.warehouse.refresh()
      expect(data.warehouse.moment().model.deal?.fields).toHaveProperty('region')
      await data.close()
    }))
})

const row = (id: string, value: string) => ({ id, region: value, _version: '2024-05-20T00:00:00Z' })
