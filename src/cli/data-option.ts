import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Option } from 'commander'
import { type DataFolder, openDataFolder } from '../data-folder.ts'
import type { Effects } from '../effects.ts'
import { Refusal } from '../errors/index.ts'

export interface DataChoice {
  readonly data: string
}

export const dataOption = () =>
  new Option('--data <folder>', 'the folder that holds your data').env('PLUMBLINE_DATA').default('data', './data')

export const quiet: Effects = { now: () => Temporal.Now.instant(), log: () => {} }

/** Opens the folder for as long as `use` takes; a folder that is not there is refused, not made. */
export async function withData<R>({ data }: DataChoice, use: (folder: DataFolder) => Promise<R>): Promise<R> {
  const folder = resolve(data)
  if (!existsSync(folder)) throw new Refusal('data-folder-missing', { folder })
  const opened = await openDataFolder(folder, quiet)
  try {
    return await use(opened)
  } finally {
    await opened.close()
  }
}
