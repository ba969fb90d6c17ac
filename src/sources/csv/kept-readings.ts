import { readFile, rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { doubtsIn } from './doubts/doubts.ts'
import type { Imported } from './import.ts'
import type { ReadAnew } from './read-again.ts'

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
const book = z.object({
  imports: z.array(
    keptReadings.extend({
      number: z.int(),
      /** Read anew, it brings nothing that was not imported before. */
      isNothing: z.literal(true).optional(),
    }),
  ),
})
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
  return together(
    (await readBook(path)).filter(({ number, isNothing }) => !isNothing && (number === 0 || stands(number))),
  )
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
  const own = { number: imported.number ?? 0, at, ...shownOf(imported) }
  const all = [...(await readBook(path)), own]
  const first = together(all.slice(0, -keptWhole))
  await writeBook(path, [...(first ? [{ ...first, number: 0 }] : []), ...all.slice(-keptWhole)])
}

/** Imports that were read anew are shown as they were read then; one without anything new is not shown. */
export async function keepReadingsAnew(path: string, anew: ReadonlyMap<number, ReadAnew | null>): Promise<void> {
  const all = (await readBook(path)).map((one): OfImport => {
    const read = anew.get(one.number)
    if (read === undefined) return one
    const { isNothing: _, ...shown } = one
    return read ? { ...shown, ...shownOf(read) } : { ...shown, isNothing: true }
  })
  if (all.length > 0) await writeBook(path, all)
}

function shownOf(read: ReadAnew): Pick<KeptReadings, 'check' | 'columns'> {
  const columns = read.readings.map(({ file, header, as, notes, sure, examples }) => ({
    file,
    header,
    as,
    notes: [...notes],
    sure,
    examples: [...examples],
  }))
  return { check: [...doubtsIn(read)], columns }
}

async function writeBook(path: string, imports: readonly OfImport[]): Promise<void> {
  await writeFile(`${path}.part`, `${JSON.stringify({ imports })}\n`, { mode: 0o600 })
  await rename(`${path}.part`, path)
}
