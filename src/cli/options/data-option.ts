import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Option } from 'commander'
import { type DataFolder, openDataFolder, readDataFolder } from '../../data-folder.ts'
import type { Effects } from '../../effects.ts'
import { Refusal } from '../../errors/index.ts'
import { effectsOf } from '../log.ts'

export interface DataChoice {
  readonly data: string
}

export const dataOption = () =>
  new Option('--data <folder>', 'the folder that holds your data').env('PLUMBLINE_DATA').default('data', './data')

export const quiet: Effects = { now: () => Temporal.Now.instant(), log: () => {} }

/** Opens the folder for as long as `use` takes; a folder that is not there is refused, not made. */
export function withData<R>({ data }: DataChoice, use: (folder: DataFolder) => Promise<R>): Promise<R> {
  const folder = resolve(data)
  if (!existsSync(folder)) throw new Refusal('data-folder-missing', { folder })
  return closing(openDataFolder(folder, effectsOf(folder)), use)
}

/** The same for a command that only reads: it leaves every file as it is. */
export const readingData = <R>({ data }: DataChoice, use: (folder: DataFolder) => Promise<R>): Promise<R> =>
  closing(readDataFolder(data, quiet), use)

async function closing<F extends { close(): Promise<void> }, R>(opening: Promise<F>, use: (folder: F) => Promise<R>) {
  const folder = await opening
  try {
    return await use(folder)
  } finally {
    await folder.close()
  }
}
