import { compactWherePossible } from '../../compaction.ts'
import { openDataFolder } from '../../data-folder.ts'
import type { Effects, Progress } from '../../effects.ts'
import { storageRefusal } from '../../errors/index.ts'
import { importInto, type LoadedImport } from '../../importing.ts'
import { type Ask, lookAt } from '../../sources/csv/index.ts'
import { userName } from '../log.ts'

export interface ImportOptions {
  readonly data: string
  readonly map?: string
  readonly timeZone?: string
  readonly currency?: string
}

export type ImportResult = LoadedImport & { readonly seconds: number }

/** Imports CSV files into a data folder. All files are looked at before the folder is opened or made. */
export async function importCsv(
  paths: readonly string[],
  options: ImportOptions,
  effects: Effects,
  progress: Progress,
  ask?: Ask,
): Promise<ImportResult> {
  const start = effects.now()
  const files = await lookAt(paths, progress)
  const opened = await openDataFolder(options.data, effects)
  try {
    const choices = { map: options.map ?? null, account: accountIn(options) }
    const result = await importInto(opened, files, choices, effects, { progress, who: userName(), ask })
    await compactWherePossible(opened, effects, new AbortController().signal)
    return { ...result, seconds: effects.now().since(start).total('seconds') }
  } catch (error) {
    throw storageRefusal(error, options.data)
  } finally {
    await opened.close()
  }
}

const accountIn = ({ timeZone, currency }: ImportOptions) => ({
  ...(timeZone === undefined ? {} : { timeZone }),
  ...(currency === undefined ? {} : { currency }),
})
