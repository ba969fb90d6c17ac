import { type Batches, type Column, compileLines, compileQuery, type Read, type Value } from '../../engine/index.ts'
import { Refusal } from '../../errors/index.ts'
import type { ListColumn, Listing, Rows } from '../../query/index.ts'
import type { Asking } from '../asking.ts'
import { ofOneLoad } from '../of-one-load.ts'
import { type Plan, planOf } from '../plan.ts'
import type { Cell, Question } from '../question/question.ts'
import { refuseUnknownValues } from '../question/value-known.ts'
import { asked, type Subject } from '../subject.ts'
import { begun } from './begun.ts'
import { refuseUnknownCell } from './cell-known.ts'
import { behind, columnsOf, figureNamed, opened } from './records.ts'
import { type Day, inSlice, rowsByDay, type Slice, slicesOf } from './slices.ts'

interface Opened {
  readonly question: Question
  readonly cell: Cell
}

/** How a list is read for a file. */
export interface Pace {
  /** How many rows the engine puts in order and joins at once: its memory is theirs, however long the list is. */
  readonly rowsAtOnce: number
  /** How many rows are one text: what is handed on at once, with others waiting for their turn in between. */
  readonly rowsInBlock: number
  /** A list that waits longer for its first rows has begun without them. */
  readonly beginsWithinMs: number
}

/** Few enough for little memory, and many enough to be worth looking through all the records that they are joined with. */
export const usualPace: Pace = { rowsAtOnce: 100_000, rowsInBlock: 1000, beginsWithinMs: 5000 }

/** Some records, as lines of CSV that the engine wrote. */
export interface Block {
  readonly text: string
  readonly rows: number
}

interface AllRecords {
  readonly columns: readonly Column[]
  readonly blocks: AsyncIterable<Block>
  /** Which load they are of: the same rows in the same order for the same question, as long as it is the same. */
  readonly load: string
}

/** The whole drill list of a cell, by its days, in blocks of text, for files: of the load in which it began. */
export async function allRecords(
  asking: Asking,
  of: Subject,
  { question: asks, cell }: Opened,
  pace: Pace,
): Promise<AllRecords> {
  if (!asking.viewer.rights.may('export')) throw new Refusal('export-not-yours', {})
  const { report, question } = await asked(asking, of, asks)
  const planned = (on: Asking) => planOf(on, report, question)
  let letGo = async (): Promise<unknown> => null
  return ofOneLoad(asking, planned(asking), planned, async (on, plan) => {
    letGo().catch(() => {})
    const { columns, blocks } = await allOfCell(on, plan, cell, pace)
    const reading = await begun(blocks, pace.beginsWithinMs, on.signal)
    letGo = async () => reading[Symbol.asyncIterator]().return?.()
    const { generation, loadedThrough, refreshedAt } = on.moment
    return { columns, blocks: reading, load: `${generation} ${loadedThrough} ${refreshedAt}` }
  })
}

async function allOfCell(
  asking: Asking,
  asked: Plan,
  cell: Cell,
  { rowsAtOnce, rowsInBlock }: Pace,
): Promise<Omit<AllRecords, 'load'>> {
  const { warehouse, moment, signal, client } = asking
  const plan = await opened(asking, asked, cell)
  const rows = behind(plan, cell, figureNamed(plan, cell))
  await refuseUnknownValues(asking, plan)
  await refuseUnknownCell(asking, plan, cell)
  const pageOf = (slice: Slice) =>
    compileLines(listingOf(plan, cell, rows, slice, rowsAtOnce), moment.model, warehouse.dialect, rowsInBlock)
  const days = compileQuery(rowsByDay(rows, plan.report.date), moment.model, warehouse.dialect)
  const read: Read<Block> = async function* (ask) {
    for (const slice of slicesOf(await daysIn(ask(days)), rowsAtOnce)) yield* blocksIn(ask(pageOf(slice).statement))
  }
  return { columns: pageOf(first).headings, blocks: warehouse.reading(read, signal, client) }
}

async function* blocksIn(batches: Batches): AsyncGenerator<Block> {
  for await (const batch of batches) for (const [text, rows] of batch) yield { text: String(text), rows: Number(rows) }
}

const first: Slice = { days: null, offset: 0 }

function listingOf(plan: Plan, cell: Cell, rows: Rows, slice: Slice, limit: number): Listing {
  const { date } = plan.report
  return {
    ...rows,
    where: [...rows.where, ...inSlice(slice, date)],
    columns: everyColumn(plan, cell),
    order: date ? [{ by: date, descending: false }] : [],
    limit,
    offset: slice.offset,
  }
}

/** The columns of the list and then every other field. */
function everyColumn(plan: Plan, cell: Cell): readonly ListColumn[] {
  const listed = columnsOf(plan, figureNamed(plan, cell))
  const others = Object.values(plan.entity.fields)
    .filter(({ name, hidden }) => !hidden && name !== 'id' && !listed.some(({ path }) => path === name))
    .map(
      (field): ListColumn => ({
        path: field.name,
        label: field.label,
        value: { op: 'column', path: [field.name], kind: field.kind },
      }),
    )
  return [...listed, ...others]
}

/** The day stands first and its rows third where there are days; else there are the rows alone. */
async function daysIn(batches: Batches): Promise<readonly Day[]> {
  const days: Day[] = []
  for await (const batch of batches) days.push(...batch.map(dayOf))
  return days
}

const dayOf = (row: readonly Value[]): Day =>
  row.length > 2
    ? { day: row[0] === null ? null : String(row[0]), rows: Number(row[2]) }
    : { day: null, rows: Number(row[0]) }
