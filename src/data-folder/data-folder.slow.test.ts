import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDataFolder } from '../data-folder.ts'
import { firstPull, landDeals } from './pulls.fixture.ts'
import { everything, inTemporaryFolder, tickingEffects, warehouseFile } from './temporary.fixture.ts'

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

async function firstLoad(folder: string) {
  const data = await open(folder)
  await landDeals(data, firstPull)
  await data.warehouse.refresh()
  const tables = await everything(data)
  await data.close()
  return tables
}
