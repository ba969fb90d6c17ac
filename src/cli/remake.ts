import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataFolder } from '../data-folder.ts'
import type { Progress } from '../effects.ts'
import { defaultWarehouseOptions, openDuckDbWarehouse, type Warehouse } from '../engine/index.ts'
import { Refusal } from '../errors/index.ts'
import { knownIn } from '../importing.ts'
import { type Batch, type BatchRecord, type LandedRow, remakeSegment } from '../landing/index.ts'
import type { CustomField, EntityName } from '../model/index.ts'
import { type Recipe, readAgain, readRecipe, recipeName } from '../sources/csv/index.ts'
import { quiet } from './data-option.ts'

/** What came of each damaged segment of a batch: `null` when it is right again, otherwise why it is not. */
export type Remade = ReadonlyMap<string, string | null>

/** Makes damaged segments of one batch again from the files that were kept; only what is proven equal is put in place. */
export async function remakeBatch(
  folder: DataFolder,
  record: BatchRecord,
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
    return await remade(folder, record, damaged, how, progress)
  } catch (error) {
    if (error instanceof Refusal) return all(`the original could not be read: ${error.message}`)
    throw error
  }
}

async function remade(
  folder: DataFolder,
  record: BatchRecord,
  damaged: ReadonlySet<string>,
  how: Recipe,
  progress: Progress,
): Promise<Remade> {
  const found = new Map<string, string | null>([...damaged].map((file) => [file, 'the original gives no such rows']))
  const pathOf = (key: string) =>
    join(folder.landing.folder, record.originals.find((file) => file.key === key)?.file ?? 'files')
  await withEarlier(folder, record, how, (warehouse) =>
    readAgain(how, pathOf, knownIn(warehouse), remaking(folder, record, damaged, found), progress),
  )
  return found
}

/** A batch that lands nothing: its segments come in the order of the record. */
function remaking(
  { landing }: DataFolder,
  record: BatchRecord,
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

/** Runs `use` with the records as they were before the batch: names were looked up in them. */
async function withEarlier<R>(
  { folder, landing }: DataFolder,
  { segments: [first] }: BatchRecord,
  { timeZone, fields }: Recipe,
  use: (warehouse: Warehouse) => Promise<R>,
): Promise<R> {
  const place = await mkdtemp(join(folder, 'repair-'))
  const landed = {
    folder: landing.folder,
    segments: () => landing.segments().filter(({ seq }) => seq < (first?.seq ?? 0)),
    landedAfter: () => 0,
    revision: () => 0,
    verify: landing.verify.bind(landing),
    // Written by the import in this form.
    customFields: () => fields as readonly CustomField[],
    doubts: () => [],
    account: () => ({ ...landing.account(), timeZone }),
  }
  const warehouse = await openDuckDbWarehouse(
    place,
    landed,
    { stored: [], asked: [] },
    quiet,
    defaultWarehouseOptions(),
  )
  try {
    return await use(warehouse)
  } finally {
    await warehouse.close()
    await rm(place, { recursive: true, force: true })
  }
}
