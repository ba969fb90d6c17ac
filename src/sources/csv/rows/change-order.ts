import type { SeenFile } from '../file/look.ts'
import { misfit } from '../file/row-shape.ts'
import { type Row, rowsOf } from '../file/rows.ts'
import type { ToldChange } from './told-change.ts'

/** Logs tell at most so many changes of one property at one instant, newest first, without losing their order. */
const mostAtOnce = 1000

/** What a first reading of a history shows of the order of its changes. */
export interface ChangeOrder {
  /** The first change of this property of this record, in time. */
  isFirst(change: ToldChange): boolean
  /** The place among changes of one property at one instant, from 1, in the order they happened. Asked once a change, in the order of the file. */
  rankOf(change: ToldChange): number
  /** How often this value came at this instant before. Asked once a change, in the order of the file. */
  repeated(change: ToldChange, value: string): number
}

interface Seen {
  first: string
  firstLine: number
  last: string
  rises: boolean
  falls: boolean
  /** Of the instant that is being read, or of all where the file goes back and forth. */
  readonly times: Map<string, number>
}

const keyOf = ({ entity, recordId, recordName, property }: ToldChange): string =>
  JSON.stringify([entity, recordId ?? recordName, property])

export async function changeOrder(
  file: SeenFile,
  changesOf: (row: Row) => readonly ToldChange[],
): Promise<ChangeOrder> {
  const seen = new Map<string, Seen>()
  let [falling, last] = [0, '']
  for await (const row of dataRows(file)) {
    for (const change of changesOf(row)) {
      if (change.at === null) continue
      falling += Math.sign(last.localeCompare(change.at) * (last ? 1 : 0))
      last = change.at
      note(seen, change, change.at)
    }
  }
  return order(seen, falling > 0)
}

/** The rows below the header that fit it. */
export async function* dataRows(file: SeenFile): AsyncGenerator<Row> {
  for await (const row of rowsOf(file)) {
    if (row.line > file.header.line && misfit(row, file.columns.length) === null) yield row
  }
}

function note(seen: Map<string, Seen>, change: ToldChange, at: string): void {
  const key = keyOf(change)
  const before = seen.get(key)
  if (!before) {
    seen.set(key, { first: at, firstLine: change.line, last: at, rises: false, falls: false, times: new Map() })
    return
  }
  if (at < before.first) Object.assign(before, { first: at, firstLine: change.line })
  before.rises ||= at > before.last
  before.falls ||= at < before.last
  before.last = at
}

/** Counts what comes at one instant. */
function timesOf(of: Seen, at: string, what: string): number {
  const isMixed = of.rises && of.falls
  if (!isMixed && of.last !== at) of.times.clear()
  of.last = at
  const times = of.times.get(`${at} ${what}`) ?? 0
  of.times.set(`${at} ${what}`, times + 1)
  return times
}

function order(seen: ReadonlyMap<string, Seen>, newestFirst: boolean): ChangeOrder {
  return {
    isFirst: (change) => seen.get(keyOf(change))?.firstLine === change.line,
    rankOf(change) {
      const of = seen.get(keyOf(change))
      const times = of ? timesOf(of, change.at ?? '', '') + 1 : 1
      return newestFirst ? Math.max(1, mostAtOnce - times) : times
    },
    repeated(change, value) {
      const of = seen.get(keyOf(change))
      return of ? timesOf(of, change.at ?? '', `=${value}`) : 0
    },
  }
}
