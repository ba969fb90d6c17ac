import { copyFile, open as openFile, readdir, rename, rm, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { openDataFolder } from '../data-folder.ts'
import { everything, inTemporaryFolder, landRows, rowsOf, tickingEffects, warehouseFile } from './temporary.fixture.ts'

const open = (folder: string) => openDataFolder(folder, tickingEffects(), { threads: 1 })
/** Enough rows, of names that no compression shortens, to fill several blocks. */
const deals = Array.from({ length: 40_000 }, (_, index) => ({
  id: `${index}`,
  name: `${Math.sin(index)}${Math.cos(index)}`,
}))

async function load(folder: string) {
  const data = await open(folder)
  await landRows(data, 'deal', deals)
  await data.warehouse.refresh()
  const tables = await everything(data)
  const found = await rowsOf(
    data,
    "SELECT DISTINCT block_id FROM pragma_storage_info('deal') WHERE column_name = 'name'",
  )
  await data.close()
  return { tables, blocks: found.map(([block]) => Number(block)).filter((block) => block >= 0) }
}

it('makes a warehouse file again that was cut off', () =>
  inTemporaryFolder(async (folder) => {
    const { tables } = await load(folder)
    await truncate(await warehouseFile(folder), 300_000)
    const data = await open(folder)
    expect(await everything(data)).toEqual(tables)
    await data.close()
  }))

it('loses nothing when the log beside the warehouse file is spoilt', () =>
  inTemporaryFolder(async (folder) => {
    const { tables } = await load(folder)
    await copyFile(import.meta.filename, `${await warehouseFile(folder)}.wal`)
    const data = await open(folder)
    await data.warehouse.refresh()
    expect(await everything(data)).toEqual(tables)
    await data.close()
  }))

it('refuses a question over a damaged block, makes the file again meanwhile, and answers then', () =>
  inTemporaryFolder(async (folder) => {
    const { tables, blocks } = await load(folder)
    await spoilBlocks(await warehouseFile(folder), blocks)
    const data = await open(folder)
    const ask = () => rowsOf(data, 'SELECT count(DISTINCT name) FROM deal')
    expect(data.warehouse.isReady()).toBe(true)
    await expect(ask()).rejects.toMatchObject({ code: 'warehouse-damaged' })
    expect(data.warehouse.isReady()).toBe(false)
    await vi.waitFor(async () => expect(await ask()).toEqual([[deals.length]]), { timeout: 30_000, interval: 200 })
    expect(data.warehouse.isReady()).toBe(true)
    expect(await everything(data)).toEqual(tables)
    await data.close()
    await expectSetAside(folder)
  }))

const headerBytes = 12_288
const blockBytes = 262_144

async function spoilBlocks(path: string, blocks: readonly number[]): Promise<void> {
  const file = await openFile(path, 'r+')
  for (const block of blocks) await file.write(Buffer.from('spoilt'), 0, 6, headerBytes + block * blockBytes + 1000)
  await file.close()
}

async function expectSetAside(folder: string): Promise<void> {
  const names = await readdir(join(folder, 'warehouse'))
  expect(names.filter((name) => name.includes('.damaged-'))).toHaveLength(1)
  expect(names.filter((name) => name.endsWith('.duckdb'))).toHaveLength(1)
}

it('makes the warehouse again when landing was replaced by another', () =>
  inTemporaryFolder(async (folder) => {
    const filled = async (name: string, owner: string) => {
      const data = await openDataFolder(join(folder, name), { ...tickingEffects(), now: () => days[name] ?? day }, {})
      await landRows(data, 'owner', [{ id: owner, name: owner }])
      await data.warehouse.refresh()
      await data.close()
    }
    const day = Temporal.Instant.from('2024-06-01T12:00:00Z')
    const days: Readonly<Record<string, Temporal.Instant>> = { one: day, other: day.add({ hours: 1 }) }
    await filled('one', 'Ann')
    await filled('other', 'Bob')
    for (const part of ['landing', 'plumbline.sqlite']) {
      await rm(join(folder, 'one', part), { recursive: true })
      await rename(join(folder, 'other', part), join(folder, 'one', part))
    }
    const data = await open(join(folder, 'one'))
    expect(await rowsOf(data, 'SELECT name FROM owner')).toEqual([['Bob']])
    await data.close()
  }))
