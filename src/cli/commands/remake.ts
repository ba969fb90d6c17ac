import { join } from 'node:path'
import type { DataFolder } from '../../data-folder.ts'
import type { Progress } from '../../effects.ts'
import { Refusal } from '../../errors/index.ts'
import { knownIn } from '../../importing.ts'
import {
  type Batch,
  type BatchContent,
  type BatchRecord,
  type LandedRow,
  type Past,
  remakeSegment,
} from '../../landing/index.ts'
import type { CustomField, EntityName } from '../../model/index.ts'
import { type Recipe, readAgain, readRecipe, recipeName } from '../../sources/csv/index.ts'
import { withEarlier } from '../../taking-back.ts'
import { quiet } from '../options/data-option.ts'

/** What came of each damaged segment of a batch: `null` when it is right again, otherwise why it is not. */
export type Remade = ReadonlyMap<string, string | null>

/** Makes damaged segments of one record again from the files that were kept; only what is proven equal is put in place. */
export async function remakeRecord(
  folder: DataFolder,
  record: BatchRecord,
  bad: ReadonlySet<string>,
  progress: Progress,
): Promise<Remade> {
  const anew = record.change?.reread.map(({ batch, ...content }) => ({ batch, content })) ?? []
  const found: (readonly [string, string | null])[] = []
  for (const { batch, content } of [{ batch: record.number, content: record }, ...anew]) {
    if (!content.segments.some(({ file }) => bad.has(file))) continue
    const past = await folder.landing.before(record.number, batch)
    found.push(...(await remakeBatch(folder, content, past, bad, progress)))
  }
  return new Map(found)
}

async function remakeBatch(
  folder: DataFolder,
  record: BatchContent,
  past: Past,
  bad: ReadonlySet<string>,
  progress: Progress,
): Promise<Remade> {
  const damaged = new Set(record.segments.map(({ file }) => file).filter((file) => bad.has(file)))
  const all = (why: string): Remade => new Map([...damaged].map((file) => [file, why]))
  const kept = record.originals.find(({ name }) => name === recipeName)
  if (!kept) return all('no original was kept with how it was read')
  const spoilt = record.originals.find(({ file }) => bad.has(file))
  if (spoilt) return all(`the original ${spoilt.name} is not whole either`)
  const how = await readRecipe(join(folder.landing.folder, kept.file))
  if (how === null) return all('this version of Plumbline reads the original in another way')
  try {
    return await remade(folder, record, past, damaged, how, progress)
  } catch (error) {
    if (error instanceof Refusal) return all(`the original could not be read: ${error.message}`)
    throw error
  }
}

async function remade(
  folder: DataFolder,
  record: BatchContent,
  past: Past,
  damaged: ReadonlySet<string>,
  how: Recipe,
  progress: Progress,
): Promise<Remade> {
  const found = new Map<string, string | null>([...damaged].map((file) => [file, 'the original gives no such rows']))
  const originals = [...record.originals, ...folder.landing.originals()]
  const pathOf = (key: string) =>
    join(folder.landing.folder, originals.find((file) => file.key === key)?.file ?? 'files')
  await withEarlier(folder, quiet, async (earlier) => {
    const known = knownIn(await earlier(asRead(past, how)))
    await readAgain(how, pathOf, known, remaking(folder, record, damaged, found), progress)
  })
  return found
}

/** Names were looked up in what was there before, in the time zone of the import. */
const asRead = (past: Past, { timeZone, fields }: Recipe): Past => ({
  ...past,
  // Written by the import in this form.
  customFields: () => fields as readonly CustomField[],
  account: () => ({ ...past.account(), timeZone }),
})

/** A batch that lands nothing: its segments come in the order of the record. */
function remaking(
  { landing }: DataFolder,
  record: BatchContent,
  damaged: ReadonlySet<string>,
  found: Map<string, string | null>,
): Batch {
  let next = 0
  const write = async (
    stream: EntityName,
    columns: readonly string[],
    rows: AsyncIterable<LandedRow> | Iterable<LandedRow>,
  ) => {
    const segment = record.segments[next++]
    if (segment?.stream !== stream || !damaged.has(segment.file)) return drain(rows)
    const equal = await remakeSegment(landing.folder, segment, columns, rows)
    found.set(segment.file, equal ? null : 'what the original gives now cannot be proven equal to what was landed')
  }
  return {
    write,
    adopt: async () => {},
    keepFile: async () => {},
    define: () => {},
    moveCursor: () => {},
    doubt: () => {},
    revise: () => {},
    setAccount: () => {},
  }
}

/** Names are met in the order of the rows, so they are read also where nobody wants them. */
async function drain(rows: AsyncIterable<unknown> | Iterable<unknown>): Promise<void> {
  for await (const _ of rows);
}
