import type { EntityName } from '../../model/index.ts'

/** One theme of the sample company: tables that later chapters look into, and rows that are landed. */
export interface Chapter {
  /** What the reader of the progress line sees. */
  readonly doing: string
  readonly tables: readonly string[]
  readonly pages: readonly Page[]
  /** In how many parts it is made, if not in one, so that memory stays bounded; in SQL the part is `the('part')`. */
  readonly parts?: (size: Size) => number
}

/** The rows of one kind of record, as a SELECT that has at least the columns that sources fill. */
export interface Page {
  readonly stream: EntityName
  readonly rows: string
}

/** How many of each there are. */
export interface Size {
  readonly people: number
  readonly companies: number
  readonly contacts: number
  readonly leads: number
  readonly deals: number
  readonly conversations: number
  readonly activities: number
  /** Activities in each of the nights in which the clocks change. */
  readonly night_activities: number
}

/** More records need more people, but not in proportion: the busy company also has busier people. */
export function sizeOf(scale: number): Size {
  const times = (count: number, least: number): number => Math.max(least, Math.round(count * scale))
  return {
    people: Math.max(40, Math.round(40 * Math.sqrt(scale))),
    companies: times(6_000, 100),
    contacts: times(60_000, 400),
    leads: times(9_000, 40),
    deals: times(12_000, 100),
    conversations: times(9_000, 40),
    // One of fifteen would happen after the end day and is not told.
    activities: times(428_000, 1_000),
    night_activities: times(60, 5),
  }
}
