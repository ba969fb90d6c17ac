import { mkdir, readdir, rm, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fc } from '../../fixtures/seeded.ts'
import { compact, compactWherePossible } from '../compaction.ts'
import { type DataFolder, openDataFolder } from '../data-folder.ts'
import type { LandedRow } from '../landing/index.ts'
import { everything, inDataFolder, inTemporaryFolder, rowsOf, tickingEffects } from './temporary.fixture.ts'

const never = new AbortController().signal
const effects = tickingEffects()

const versions = ['2024-05-01T00:00:00Z', '2024-05-02T00:00:00Z', null]
const deal = (id: number, name: string, version: number, deleted: string | null): LandedRow => ({
  id: id === 0 ? null : `${id}`,
  name,
  _version: versions[version % 3] ?? null,
  ...(deleted === null ? {} : { _deleted: deleted }),
})

/** What a source sends in one pull: equal and older versions, rows without an id, deletions, fewer columns. */
const pull = fc.array(
  fc
    .tuple(fc.nat(6), fc.constantFrom('A', 'B', 'C'), fc.nat(2), fc.constantFrom(null, null, 'true', 'false'))
    .map((of) => deal(...of)),
  { minLength: 1, maxLength: 4 },
)

async function landAll(data: DataFolder, pulls: readonly (readonly LandedRow[])[], from = 0): Promise<void> {
  for (const [nth, rows] of pulls.entries()) {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    await data.landing.land('pull', async (batch) => {
      await batch.write('deal', columns, rows, nth % 9 === 0 ? 'named.json' : undefined)
      batch.moveCursor('deal', `${from + nth}`)
    })
    if (nth % 10 === 0) await data.warehouse.refresh()
  }
  await data.warehouse.refresh()
}

const seen = async (data: DataFolder) => ({
  ...(await everything(data)),
  quarantine: await data.warehouse.quarantine(1000),
  status: (({ records, freshAt, loadedThrough, pending }) => ({ records, freshAt, loadedThrough, pending }))(
    await data.warehouse.status(),
  ),
})

it('leaves every figure, every row that could not be read and every version as they were', { timeout: 300_000 }, () =>
  fc.assert(
    fc.asyncProperty(fc.array(pull, { minLength: 24, maxLength: 40 }), async (pulls) => {
      await inDataFolder(async (data) => {
        await landAll(data, pulls)
        const before = await seen(data)
        expect((await compact(data, effects, never)).into).toBeGreaterThan(0)
        expect(await seen(data)).toEqual(before)
        await data.warehouse.rebuild()
        expect(await seen(data)).toEqual(before)
        await landAll(data, pulls.slice(0, 12), pulls.length)
        const after = await seen(data)
        await compact(data, effects, never)
        await data.warehouse.rebuild()
        expect(await seen(data)).toEqual(after)
      })
    }),
    { numRuns: 3, endOnFailure: true },
  ),
)

it('answers from the same generation after a restart, and loads only what came since', () =>
  inTemporaryFolder(async (folder) => {
    const pulls = Array.from({ length: 20 }, (_, nth) => [deal(1 + (nth % 5), `${nth}`, nth, null)])
    const first = await openDataFolder(folder, effects, { threads: 1 })
    await landAll(first, pulls)
    await compact(first, effects, never)
    await first.landing.land('pull', (batch) => batch.write('deal', ['id'], [{ id: 'later' }]))
    const { generation } = await first.warehouse.status()
    await first.close()
    const second = await openDataFolder(folder, effects, { threads: 1 })
    expect([second.warehouse.madeAtOpening, second.warehouse.pending()]).toEqual([null, 1])
    await second.warehouse.refresh()
    expect((await second.warehouse.status()).generation).toBe(generation)
    expect(await rowsOf(second, "SELECT count(*)::int FROM deal WHERE id = 'later'")).toEqual([[1]])
    await second.close()
  }))

it('lets loads and landing go on meanwhile', () =>
  inDataFolder(async (data) => {
    const pulls = Array.from({ length: 30 }, (_, nth) => [deal(1 + nth, `${nth}`, nth, null)])
    await landAll(data, pulls)
    const more = Array.from({ length: 10 }, (_, nth) => [deal(100 + nth, `${nth}`, nth, null)])
    await Promise.all([compact(data, effects, never), landAll(data, more, 100), data.warehouse.rebuild()])
    await data.warehouse.refresh()
    expect(await data.warehouse.status()).toMatchObject({ records: { deal: 40 }, pending: 0, missing: [] })
  }))

it('says which rows are missing when a joined file is damaged, and has them again once it is whole', () =>
  inDataFolder(async (data) => {
    const pulls = Array.from({ length: 16 }, (_, nth) => [deal(1 + nth, `${nth}`, 0, null)])
    await landAll(data, pulls)
    const before = await seen(data)
    await compact(data, effects, never)
    const joined = data.landing.segments().find((segment) => segment.joined && segment.rows > 4)
    const path = join(data.landing.folder, joined?.file ?? '')
    const kept = await readdir(join(data.landing.folder, 'segments'))
    expect(kept.length).toBeLessThan(16)
    const { readFile, writeFile } = await import('node:fs/promises')
    const whole = await readFile(path)
    await truncate(path, 7)
    await data.warehouse.rebuild()
    expect((await data.warehouse.status()).missing).toMatchObject([{ rows: joined?.rows, wrong: 'damaged' }])
    await writeFile(path, whole)
    await data.warehouse.refresh()
    expect(await seen(data)).toEqual(before)
  }))

it('fails without a word to who landed, and is noted', () =>
  inDataFolder(async (data) => {
    await landAll(
      data,
      Array.from({ length: 16 }, (_, nth) => [deal(1 + nth, `${nth}`, 0, null)]),
    )
    const path = join(data.landing.folder, data.landing.segments()[3]?.file ?? '')
    await rm(path)
    await mkdir(path)
    const noted: string[] = []
    await compactWherePossible(data, { ...effects, log: (event) => void noted.push(event) }, never)
    expect(noted).toContain('landing not compacted')
  }))
