import { readFile, rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { doubtsIn } from './doubts/doubts.ts'
import type { Imported } from './import.ts'

/** What a column was taken for, as it is shown. */
export const shownReading = z.object({
  file: z.string(),
  header: z.string(),
  as: z.string(),
  notes: z.array(z.string()),
  sure: z.enum(['sure', 'likely', 'doubtful']),
  examples: z.array(z.string()),
})

/** How the files of the imports so far were read, and what of the last one is to be checked. */
export const keptReadings = z.object({ at: z.string(), check: z.array(z.string()), columns: z.array(shownReading) })
export type KeptReadings = z.infer<typeof keptReadings>

/** By import, so that those of one that was taken back are left out; 0: of imports before the newest ones. */
const book = z.object({ imports: z.array(keptReadings.extend({ number: z.int() })) })
type OfImport = z.infer<typeof book>['imports'][number]

/** What an import that is further back has is kept only as far as no later one read the same file. */
const keptWhole = 50

const inBook = (text: string): readonly OfImport[] => {
  try {
    const written: unknown = JSON.parse(text)
    return book.safeParse(written).data?.imports ?? [{ ...keptReadings.parse(written), number: 0 }]
  } catch {
    return []
  }
}

const readBook = async (path: string) => inBook(await readFile(path, 'utf8').catch(() => ''))

/** Null where nothing was imported yet, or what is there is of another version: it is for show, and comes again. */
export async function readReadings(path: string, stands: (number: number) => boolean): Promise<KeptReadings | null> {
  return together((await readBook(path)).filter(({ number }) => number === 0 || stands(number)))
}

/** The files of a later import take the place of earlier ones of their names. */
function together(all: readonly KeptReadings[]): KeptReadings | null {
  const last = all.at(-1)
  if (!last) return null
  const columns = all.reduce<KeptReadings['columns']>((before, { columns }) => {
    const names = new Set(columns.map(({ file }) => file))
    return [...before.filter(({ file }) => !names.has(file)), ...columns]
  }, [])
  return { at: last.at, check: last.check, columns }
}

/** Keeps what is shown of an import beside that of those before it. */
export async function keepReadings(path: string, imported: Imported, at: string): Promise<void> {
  const columns = imported.readings.map(({ file, header, as, notes, sure, examples }) => ({
    file,
    header,
    as,
    notes: [...notes],
    sure,
    examples: [...examples],
  }))
  const own = { number: imported.number ?? 0, at, check: [...doubtsIn(imported)], columns }
  const all = [...(await readBook(path)), own]
  const first = together(all.slice(0, -keptWhole))
  const kept = { imports: [...(first ? [{ ...first, number: 0 }] : []), ...all.slice(-keptWhole)] }
  await writeFile(`${path}.part`, `${JSON.stringify(kept)}\n`, { mode: 0o600 })
  await rename(`${path}.part`, path)
}
