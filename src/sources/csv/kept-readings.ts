import { readFile, rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { doubtsIn } from './doubts.ts'
import type { Imported } from './import.ts'

const column = z.object({
  file: z.string(),
  header: z.string(),
  as: z.string(),
  notes: z.array(z.string()),
  sure: z.enum(['sure', 'likely', 'doubtful']),
  examples: z.array(z.string()),
})

/** How the files of the imports so far were read, and what of the last one is to be checked. */
export const keptReadings = z.object({ at: z.string(), check: z.array(z.string()), columns: z.array(column) })
export type KeptReadings = z.infer<typeof keptReadings>

/** Null where nothing was imported yet, or what is there is of another version: it is for show, and comes again. */
export async function readReadings(path: string): Promise<KeptReadings | null> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return keptReadings.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** The files of this import take the place of earlier ones of their names. */
export async function keepReadings(path: string, imported: Imported, at: string): Promise<void> {
  const names = new Set(imported.files.map(({ name }) => name))
  const before = (await readReadings(path))?.columns.filter(({ file }) => !names.has(file)) ?? []
  const columns = imported.readings.map(({ file, header, as, notes, sure, examples }) => ({
    file,
    header,
    as,
    notes,
    sure,
    examples,
  }))
  const kept = { at, check: doubtsIn(imported), columns: [...before, ...columns] }
  await writeFile(`${path}.part`, `${JSON.stringify(kept)}\n`, { mode: 0o600 })
  await rename(`${path}.part`, path)
}
