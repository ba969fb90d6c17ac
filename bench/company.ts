import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DataFolder, openDataFolder, sizeOf } from '../src/data-folder.ts'
import { makeSample } from '../src/sources/sample/index.ts'

export interface Company {
  readonly folder: string
  readonly scale: number
  readonly makeSeconds: number
  readonly loadSeconds: number
  readonly landingMb: number
  readonly warehouseMb: number
  readonly deals: number
  readonly activities: number
}

interface Wish {
  /** Where to make it and leave it; a folder that goes away afterwards when absent. */
  readonly folder?: string
  readonly scale: number
}

/** It ends today, so that the last year has a year in it. */
const story = () => ({ seed: 1, endOn: Temporal.Now.plainDateISO().toString() })

export async function withCompany({ folder, scale }: Wish, use: (company: Company) => Promise<void>): Promise<void> {
  const place = folder ?? (await mkdtemp(join(tmpdir(), 'plumbline-bench-')))
  try {
    await use(await make(place, scale))
  } finally {
    if (!folder) await rm(place, { recursive: true })
  }
}

async function make(folder: string, scale: number): Promise<Company> {
  const data = await openDataFolder(folder, { now: () => Temporal.Now.instant(), log: () => {} })
  const times = await makeAndLoad(data, scale)
  const { records } = await data.warehouse.status()
  await data.close()
  return {
    folder,
    scale,
    ...times,
    landingMb: await megabytes(join(folder, 'landing')),
    warehouseMb: await megabytes(join(folder, 'warehouse')),
    deals: records.deal ?? 0,
    activities: records.activity ?? 0,
  }
}

async function makeAndLoad({ landing, warehouse }: DataFolder, scale: number) {
  const made = landing.segments().length > 0
  const makeSeconds = await seconds(async () => made || makeSample(landing, { ...story(), scale }, () => {}))
  return { makeSeconds, loadSeconds: await seconds(() => warehouse.refresh()) }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return Math.round((performance.now() - started) / 100) / 10
}

const megabytes = async (path: string) => Math.round((await sizeOf(path)) / 100_000) / 10
