import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { lockFolder } from './data-folder/lock.ts'
import type { Effects } from './effects.ts'
import { defaultWarehouseOptions, openDuckDbWarehouse, type Warehouse, type WarehouseOptions } from './engine/index.ts'
import { loadAskedFacts, loadFacts } from './facts/index.ts'
import { type Landing, openLanding } from './landing/index.ts'
import { type Model, modelWith } from './model/index.ts'

/** A company's data on disk: landing, warehouse and settings, owned by this process until closed. */
export interface DataFolder {
  readonly folder: string
  readonly landing: Landing
  readonly warehouse: Warehouse
  /** All kinds of record and all facts, with the account's custom fields of this moment. */
  model(): Model
  close(): Promise<void>
}

/** Refuses with `data-folder-busy` when another process owns it. */
export async function openDataFolder(
  path: string,
  effects: Effects,
  options: Partial<WarehouseOptions> = {},
): Promise<DataFolder> {
  const folder = resolve(path)
  await mkdir(folder, { recursive: true })
  const unlock = lockFolder(folder, effects)
  try {
    return await openLocked(folder, effects, { ...defaultWarehouseOptions(), ...options }, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

async function openLocked(
  folder: string,
  effects: Effects,
  options: WarehouseOptions,
  unlock: () => void,
): Promise<DataFolder> {
  const landing = await openLanding(folder, effects, options.step)
  const [facts, asked] = await Promise.all([loadFacts(), loadAskedFacts()])
  const warehouse = await openDuckDbWarehouse(join(folder, 'warehouse'), landing, facts, effects, options).catch(
    (error: unknown) => {
      landing.close()
      throw error
    },
  )
  const close = async () => {
    await warehouse.close()
    landing.close()
    unlock()
  }
  const model = () => ({
    ...modelWith(landing.customFields()),
    ...Object.fromEntries([...facts, ...asked].map((fact) => [fact.name, fact])),
  })
  return { folder, landing, warehouse, model, close }
}
