import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDataFolder, readDataFolder } from '../data-folder.ts'
import { firstPull, landDeals } from './pulls.fixture.ts'
import { everything, inTemporaryFolder, rowsOf, tickingEffects, warehouseFile } from './temporary.fixture.ts'

const open = (folder: string) => openDataFolder(folder, tickingEffects(), { threads: 1 })

it('refuses a second owner with the first one’s name, and lets the next one in after closing', () =>
  inTemporaryFolder(async (folder) => {
    const first = await open(folder)
    await expect(open(folder)).rejects.toMatchObject({
      code: 'data-folder-busy',
      of: { folder, owner: `process ${process.pid}, since 2024-06-01T12:00:01Z` },
    })
    await first.close()
    await (await open(folder)).close()
  }))

it('sets a warehouse file aside that is no database, says so, and makes it again', () =>
  inTemporaryFolder(async (folder) => {
    const tables = await firstLoad(folder)
    await writeFile(await warehouseFile(folder), 'this is no database')
    const data = await open(folder)
    expect(await everything(data)).toEqual(tables)
    expect((await data.warehouse.status()).notices).toEqual([expect.stringContaining('set aside')])
    await data.close()
    expect(await readdir(join(folder, 'warehouse'))).toContainEqual(expect.stringContaining('.damaged-'))
  }))

it('lets readers in together, keeps a writer out with who they are, and writes nothing that does not fit in memory beside it', () =>
  inTemporaryFolder(async (folder) => {
    await firstLoad(folder)
    const readers = [await readDataFolder(folder, tickingEffects()), await readDataFolder(folder, tickingEffects())]
    await expect(open(folder)).rejects.toMatchObject({
      code: 'data-folder-busy',
      of: { owner: 'another process that reads it' },
    })
    for (const reader of readers) {
      expect(await rowsOf(reader, "SELECT starts_with(current_setting('temp_directory'), $1)", [folder])).toEqual([
        [false],
      ])
      await reader.close()
    }
    await (await open(folder)).close()
  }))

it.each([
  ['is a file', (path: string) => writeFile(path, 'a letter'), 'data-folder-unusable'],
  [
    'has a warehouse of another kind',
    async (path: string) => {
      await mkdir(join(path, 'warehouse'), { recursive: true })
      await writeFile(join(path, 'warehouse', 'staging.xlsx'), 'stock')
    },
    'data-folder-foreign',
  ],
])('refuses a place that %s, and leaves it as it is', (_, make, code) =>
  inTemporaryFolder(async (folder) => {
    await make(join(folder, 'place'))
    const before = await readdir(folder, { recursive: true })
    await expect(open(join(folder, 'place'))).rejects.toMatchObject({ code })
    expect(await readdir(folder, { recursive: true })).toEqual(before)
  }),
)

it('takes a fresh disk for an empty folder', () =>
  inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, 'lost+found'))
    await (await open(folder)).close()
  }))

async function firstLoad(folder: string) {
  const data = await open(folder)
  await landDeals(data, firstPull)
  await data.warehouse.refresh()
  const tables = await everything(data)
  await data.close()
  return tables
}
