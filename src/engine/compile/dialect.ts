import type { Kind } from '../../model/index.ts'
import type { Column } from '../warehouse.ts'

/** The places where the SQL of engines differs. Arguments and results are SQL text. */
export interface Dialect {
  readonly name: string
  readonly quote: (identifier: string) => string
  /** The placeholder of the value at `index`, counted from 1, typed so that it compares with a column of this kind. */
  readonly parameter: (index: number, kind: Kind) => string
  readonly contains: (text: string, part: string) => string
  /** A value as a group key: days as `2026-01-31`, flags as `true`. */
  readonly text: (value: string, kind: Kind) => string
  readonly real: (value: string) => string
  readonly median: (value: string) => string
  /** In between two values where `at` is: at rank (n − 1) × `at`, counted from 0. */
  readonly percentile: (value: string, at: number) => string
  readonly millisecondsBetween: (from: string, until: string) => string
  /**
   * The rows that a SELECT of these columns gives, as lines of CSV in its order, at most so many to a block, with their number. A line
   * is what the csv format of `src/delivery` would write of the row, to the byte.
   */
  readonly lines: (rows: string, columns: readonly Column[], rowsInBlock: number) => string
}
