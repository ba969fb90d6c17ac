import { appendFile, copyFile, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { ask, localViewer, records, recordsRequest } from '../answer/index.ts'
import { type DataFolder, openDataFolder } from '../data-folder.ts'
import { countingOddities } from '../server/oddity-count.ts'
import { dataStatus } from '../server/status.ts'
import { firstPull, landDeals, secondPull } from './pulls.fixture.ts'
import { everything, inTemporaryFolder, landRows, tickingEffects } from './temporary.fixture.ts'

const open = (folder: string, step: (name: string) => void = () => {}) =>
  openDataFolder(folder, tickingEffects(), { threads: 1, step })
const pathOf = (data: DataFolder, seq: number) =>
  join(data.landing.folder, data.landing.segments().find((segment) => segment.seq === seq)?.file ?? '')
const missingIn = async (data: DataFolder) =>
  (await data.warehouse.status()).missing.map(({ seq, wrong }) => [seq, wrong])

/** Two pulls, each an owner and deals: segments 1 to 4. What all of it looks like, in `whole`. */
async function landed(folder: string) {
  const data = await open(folder)
  for (const pull of [firstPull, secondPull]) await landDeals(data, pull)
  await data.warehouse.refresh()
  const whole = await everything(data)
  await data.close()
  return whole
}

const spoilings: readonly (readonly [
  string,
  'missing' | 'damaged' | 'unreadable',
  (path: string) => Promise<unknown>,
])[] = [
  ['deleted', 'missing', (path) => rm(path)],
  ['emptied', 'damaged', (path) => writeFile(path, '')],
  ['cut off', 'damaged', (path) => truncate(path, 20)],
  ['changed', 'damaged', (path) => appendFile(path, 'x')],
  ['made a folder', 'unreadable', (path) => rm(path).then(() => mkdir(path))],
]

it.each(spoilings)('starts without a segment whose file was %s, and has it again once it is whole', (_, wrong, spoil) =>
  inTemporaryFolder(async (folder) => {
    const whole = await landed(folder)
    await rm(join(folder, 'warehouse'), { recursive: true })
    const path = join(folder, 'landing', await fileOf(folder, 2))
    const bytes = await readFile(path)
    await spoil(path)

    const data = await open(folder)
    expect(await missingIn(data)).toEqual([[2, wrong]])
    expect(await data.warehouse.status()).toMatchObject({ pending: 0, records: { deal: 2, owner: 1 } })

    await data.warehouse.refresh()
    expect(await missingIn(data)).toEqual([[2, wrong]])
    await rm(path, { recursive: true, force: true })
    await writeFile(path, bytes)
    await data.warehouse.refresh()
    expect([await missingIn(data), await everything(data)]).toEqual([[], whole])
    expect((await data.warehouse.status()).generation).toBe(1)
    await data.close()
  }),
)

async function fileOf(folder: string, seq: number): Promise<string> {
  const data = await open(folder)
  const file = data.landing.segments().find((segment) => segment.seq === seq)?.file ?? ''
  await data.close()
  await rm(join(folder, 'warehouse'), { recursive: true, force: true })
  return file
}

it('goes on loading what comes after a damaged segment, and keeps the order of versions when it comes back', () =>
  inTemporaryFolder(async (folder) => {
    const data = await open(folder)
    await landDeals(data, firstPull)
    const [path, aside] = [pathOf(data, 2), join(folder, 'aside')]
    await copyFile(path, aside)
    await writeFile(path, 'spoilt')
    await data.warehouse.refresh()
    expect(await missingIn(data)).toEqual([[2, 'damaged']])
    await landDeals(data, secondPull)
    await data.warehouse.refresh()
    expect(await data.warehouse.status()).toMatchObject({ loadedThrough: 4, pending: 0, records: { deal: 2 } })
    await copyFile(aside, path)
    await data.warehouse.refresh()
    const mended = await everything(data)
    await data.warehouse.rebuild()
    expect([await missingIn(data), await everything(data)]).toEqual([[], mended])
    await data.close()
  }))

it('rebuilds without a segment that was damaged since, and remembers it over a restart', () =>
  inTemporaryFolder(async (folder) => {
    await landed(folder)
    const data = await open(folder)
    await writeFile(pathOf(data, 4), 'spoilt')
    await data.warehouse.rebuild()
    await data.close()
    const again = await open(folder)
    expect(await missingIn(again)).toEqual([[4, 'damaged']])
    await again.close()
  }))

const rows = Array.from({ length: 3000 }, (_, index) => ({ id: `${index}`, name: `${Math.sin(index)}` }))

/** Files whose checksum is that of their record, and that no engine reads: the damage came after, or before. */
const unreadable: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
  ['is not compressed as it should be', (bytes) => Buffer.concat([bytes.subarray(0, 200), Buffer.from('spoilt')])],
  ['is no JSON', () => zstdCompressSync('{"_row":1,"id":\n')],
  ['has fewer rows than were written', () => zstdCompressSync('{"_row":1,"id":"1"}\n')],
]

it.each(unreadable)('loads the others when a segment that passed its check %s', (_, spoilt) =>
  inTemporaryFolder(async (folder) => {
    const data = await open(folder)
    await landRows(data, 'deal', rows)
    await landRows(data, 'deal', [{ id: 'new', name: 'new' }])
    const path = pathOf(data, 1)
    await writeFile(path, spoilt(await readFile(path)))
    const verify = data.landing.verify.bind(data.landing)
    data.landing.verify = async (segment) => (segment.seq === 1 ? undefined : verify(segment))
    await data.warehouse.refresh()
    expect(await missingIn(data)).toEqual([[1, 'unreadable']])
    expect((await data.warehouse.status()).records.deal).toBe(1)
    await landRows(data, 'deal', [{ id: 'newer', name: 'newer' }])
    await data.warehouse.refresh()
    expect(await data.warehouse.status()).toMatchObject({ pending: 0, records: { deal: 2 } })
    await data.close()
  }),
)

it('says on every answer, list of records and status which rows are missing', () =>
  inTemporaryFolder(async (folder) => {
    const data = await open(folder)
    await data.landing.land('csv', (batch) => batch.write('deal', ['id'], [{ id: '1' }, { id: '2' }], 'deals.csv'))
    await writeFile(pathOf(data, 1), 'spoilt')
    await data.warehouse.refresh()
    const asking = {
      warehouse: data.warehouse,
      moment: data.warehouse.moment(),
      now: tickingEffects().now,
      viewer: localViewer,
    }
    const note =
      "2 rows of deals from deals.csv are missing in every figure, because their landed file is damaged: it is not what was written. 'plumbline doctor' names them, 'plumbline repair' puts them right."
    const completeness = { complete: false, quarantined: 0, notes: [note] }
    expect((await ask(asking, 'sales/deals-won-and-lost', {})).completeness).toEqual(completeness)
    const request = recordsRequest.parse({ question: {}, cell: { measure: 'won' } })
    const page = await records(asking, 'sales/deals-won-and-lost', request)
    expect(page.completeness).toEqual(completeness)
    expect((await dataStatus(data, countingOddities(data.warehouse))).missing).toMatchObject([
      { stream: 'deal', origin: 'deals.csv', rows: 2 },
    ])
    await data.close()
  }))
