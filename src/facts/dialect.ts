import type { Kind } from '../model/index.ts'

/**
 * The places where the SQL of engines differs, each with one meaning that every engine is held to by the contract suite.
 * Arguments and results are SQL text; of null they make null where nothing else is said.
 */
export interface Dialect {
  readonly name: string
  readonly quote: (identifier: string) => string
  /** A word of the model as a text. What users say is bound. */
  readonly literal: (text: string) => string
  /** The placeholder of the value at `index`, counted from 1, typed so that it compares with a column of this kind. */
  readonly parameter: (index: number, kind: Kind) => string
  /** A null of a kind. */
  readonly none: (kind: Kind) => string

  /** Whether a text has another in it, whatever the case. */
  readonly contains: (text: string, part: string) => string
  /** A value as a group key: days as `2026-01-31`, flags as `true`, whole numbers without a point. */
  readonly text: (value: string, kind: Kind) => string
  /** Money as text without idle zeros: `250.5`. */
  readonly moneyText: (money: string) => string
  /** A text as a value of a kind, as loading reads it; null where it is none. Days without a time begin in `zone`. */
  readonly read: (kind: Kind, text: string, zone: string) => string

  /** A number with a fraction. */
  readonly real: (number: string) => string
  /** A whole number of 64 bits. */
  readonly integer: (number: string) => string
  /** A number of so many digits at most, rounded to `places` after the point, halves away from zero. */
  readonly exact: (number: string, digits: number, places: number) => string
  /** The smaller of two values; where one is null, the other. */
  readonly smaller: (a: string, b: string) => string
  /** The larger of two values; where one is null, the other. */
  readonly larger: (a: string, b: string) => string

  /** From one instant to another; negative when the second is earlier. */
  readonly millisecondsBetween: (from: string, until: string) => string
  /** Midnights from one day to another; negative when the second is earlier. */
  readonly daysBetween: (from: string, until: string) => string
  /** So many microseconds after an instant, or before it. */
  readonly later: (instant: string, microseconds: number) => string
  /** Before each day or instant that a record can have. */
  readonly earliest: (kind: 'day' | 'instant') => string
  /** After each day or instant that a record can have. */
  readonly latest: (kind: 'day' | 'instant') => string
  /** The day that an instant falls on in a time zone. */
  readonly localDay: (instant: string, zone: string) => string
  /** The first instant of a day in a time zone; where midnight is skipped, the clock's next time. */
  readonly startOfDay: (day: string, zone: string) => string

  /** Of a group: in the middle of its values, half way between two. */
  readonly median: (value: string) => string
  /** Of a group: in between two values where `at` is, at rank (n − 1) × `at`, counted from 0. */
  readonly percentile: (value: string, at: number) => string
  /** Of a group: whether a flag is set in any row; null where no row knows. */
  readonly any: (flag: string) => string
  /** Of a group: the value in the row where `by` is least, among the rows that have both. */
  readonly first: (value: string, by: string) => string
  /** Of a window: the last value that is not null, to be followed by OVER. */
  readonly lastKnown: (value: string) => string

  /**
   * The rows that a SELECT of these columns gives, as lines of CSV in its order, at most so many to a block, with their number. A line
   * is what the csv format of `src/delivery` would write of the row, to the byte.
   */
  readonly lines: (rows: string, columns: readonly Listed[], rowsInBlock: number) => string
}

interface Listed {
  readonly name: string
  readonly label: string
  readonly kind: Kind
}
