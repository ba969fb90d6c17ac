import { existsSync } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { diskGauges } from './data-folder/disk.ts'
import { lockForReading, lockForWriting } from './data-folder/lock.ts'
import { refuseForeign } from './data-folder/ours.ts'
import { makePrivate } from './data-folder/private.ts'
import type { Effects } from './effects.ts'
import { defaultWarehouseOptions, openDuckDbWarehouse, type Warehouse, type WarehouseOptions } from './engine/index.ts'
import { Refusal, storageRefusal } from './errors/index.ts'
import { loadFacts } from './facts/index.ts'
import type { Gauge } from './gauge.ts'
import { type Access, type Landing, openLanding } from './landing/index.ts'

export { sizeOf } from './data-folder/disk.ts'
export { lockForWriting }

/** A company's data on disk: landing, warehouse and settings, held by this process until closed. */
export interface DataFolder {
  readonly folder: string
  readonly access: Access
  readonly landing: Landing
  readonly warehouse: Warehouse
  /** What an operator wants to know of all its parts. */
  readonly gauges: readonly Gauge[]
  close(): Promise<void>
}

/** A data folder whose warehouse may be missing: then it is the reason. */
export type Examined = Omit<DataFolder, 'warehouse'> & { readonly warehouse: Warehouse | Refusal }

type Options = Partial<WarehouseOptions>

/** Opens for reading and writing, and owns it. Refuses when another process holds it, or when it is none of ours. */
export async function openDataFolder(path: string, effects: Effects, options: Options = {}): Promise<DataFolder> {
  const folder = resolve(path)
  await refuseForeign(folder)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await makePrivate(folder)
    return await holding(lockForWriting(folder, effects), (unlock) => opened(folder, 'write', effects, options, unlock))
  } catch (error) {
    throw storageRefusal(error, folder)
  }
}

/** Opens for reading: no file is touched, several readers may, and a writer keeps them out. */
export async function readDataFolder(path: string, effects: Effects, options: Options = {}): Promise<DataFolder> {
  const { warehouse, ...rest } = await examineDataFolder(path, effects, options)
  if (!(warehouse instanceof Refusal)) return { ...rest, warehouse }
  await rest.close()
  throw warehouse
}

/** As for reading, also when there is no warehouse to ask. */
export async function examineDataFolder(path: string, effects: Effects, options: Options = {}): Promise<Examined> {
  const folder = resolve(path)
  await refuseMissing(folder)
  await refuseForeign(folder)
  return holding(lockForReading(folder), (unlock) => examined(folder, 'read', effects, options, unlock))
}

/** A folder that is not there is a mistake in its name more often than a wish for a new one. */
export async function refuseMissing(path: string): Promise<void> {
  const folder = resolve(path)
  if (!existsSync(folder) || !(await stat(folder)).isDirectory()) throw new Refusal('data-folder-missing', { folder })
}

/** Lets go of the folder when opening it fails. */
async function holding<R>(unlock: () => void, open: (unlock: () => void) => Promise<R>): Promise<R> {
  try {
    return await open(unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

async function opened(
  folder: string,
  access: Access,
  effects: Effects,
  options: Options,
  unlock: () => void,
): Promise<DataFolder> {
  const { warehouse, ...rest } = await examined(folder, access, effects, options, unlock)
  if (warehouse instanceof Refusal) throw warehouse
  return { ...rest, warehouse }
}

async function examined(
  folder: string,
  access: Access,
  effects: Effects,
  options: Options,
  unlock: () => void,
): Promise<Examined> {
  const landing = await openLanding(folder, effects, access, options.step)
  const warehouse = await warehouseOver(folder, access, landing, effects, options).catch((error: unknown) => {
    if (access === 'read' && error instanceof Refusal) return error
    landing.close()
    throw error
  })
  const close = async () => {
    if (!(warehouse instanceof Refusal)) await warehouse.close()
    landing.close()
    unlock()
  }
  const gauges = [
    ...diskGauges(folder),
    segmentsGauge(landing),
    ...(warehouse instanceof Refusal ? [] : warehouse.gauges),
  ]
  return { folder, access, landing, warehouse, gauges, close }
}

const segmentsGauge = (landing: Landing): Gauge => ({
  name: 'plumbline_landed_segments',
  help: 'Landed files that figures are made from. Compaction keeps them few.',
  kind: 'gauge',
  value: () => landing.segments().length,
})

/** So many small files take longer to be loaded than to be joined first. */
const tooMany = 10_000

async function joinMany(landing: Landing, effects: Effects): Promise<void> {
  try {
    await joinUntilFew(landing, effects)
  } catch (error) {
    effects.log('landing not compacted', { error: String(error) })
  }
}

/** What a load knew already of files that are joined here, it takes in anew. */
async function joinUntilFew(landing: Landing, { log }: Effects): Promise<void> {
  const before = landing.segments().length
  const may = { through: Number.MAX_SAFE_INTEGER, without: new Set<number>() }
  const never = new AbortController().signal
  const isMany = () => landing.segments().reduce((loose, { joined }) => loose + (joined ? 0 : 1), 0) > tooMany
  while (isMany() && (await landing.compact(may, never)).into > 0) await landing.sweep()
  const segments = landing.segments().length
  if (segments < before) log('landing compacted', { segments: before, into: segments })
}

async function warehouseOver(
  folder: string,
  access: Access,
  landing: Landing,
  effects: Effects,
  options: Options,
): Promise<Warehouse> {
  if (access === 'write') await joinMany(landing, effects)
  return openDuckDbWarehouse(join(folder, 'warehouse'), landing, await loadFacts(), effects, {
    ...defaultWarehouseOptions(),
    ...options,
    access,
  })
}
