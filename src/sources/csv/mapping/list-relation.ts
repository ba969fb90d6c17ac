import type { ColumnProfile } from '../columns/column-profile.ts'
import type { SeenFile } from '../file/look.ts'
import { squeezed, wordsOf } from '../names.ts'

/** A file whose rows tell more about the values in a column of another one. */
export interface ListOf {
  readonly list: SeenFile
  readonly key: string
  readonly of: SeenFile
  readonly column: string
}

/** Finds the other file and column that hold the values of a column without repeats in this one. */
export function listedIn(list: SeenFile, others: readonly SeenFile[]): ListOf | null {
  const keys = list.columns.filter((column) => isKey(column, list.rows))
  const pairs = keys.flatMap((key) => others.flatMap((of) => of.columns.map((column) => pair(list, key, of, column))))
  const best = pairs.reduce<({ score: number } & ListOf) | null>((a, b) => (a && a.score >= b.score ? a : b), null)
  return best && best.score >= 1 ? best : null
}

const isKey = (column: ColumnProfile, rows: number): boolean =>
  column.filled === rows && column.allValuesKnown && column.values.size === rows && column.numbers < rows

function pair(list: SeenFile, key: ColumnProfile, of: SeenFile, column: ColumnProfile): { score: number } & ListOf {
  const sameName = wordsOf(key.header) === wordsOf(column.header) ? 0.7 : 0
  return { score: overlap(column, key) * 1.5 + sameName, list, key: key.header, of, column: column.header }
}

/** Share of the column's different values that the key has. */
function overlap(column: ColumnProfile, key: ColumnProfile): number {
  if (column.values.size === 0 || column.days * 2 > column.filled) return 0
  const known = new Set([...key.values.keys()].map(squeezed))
  const found = [...column.values.keys()].filter((value) => known.has(squeezed(value)))
  return found.length / column.values.size
}
