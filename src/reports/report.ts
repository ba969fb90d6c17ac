import type { Entity } from '../model/index.ts'
import { type Column, type Columns, columns, type Measure, type Rule } from '../query/index.ts'
import type { Example } from './example.ts'

export type ChartChoice = 'bar' | 'stacked-bar' | 'column' | 'stacked-column' | 'line' | 'area' | 'donut'

/** A choice of reading that belongs to one report. */
export interface Setting {
  readonly key: string
  readonly label: string
  readonly doc: string
  /** The first is the default. Each brings its own rules. */
  readonly options: readonly { readonly value: string; readonly label: string; readonly rules: readonly Rule[] }[]
}

/** Plain words for a sales manager. */
export interface ReportDoc {
  readonly counts: string
  readonly leavesOut: string
  readonly reading: string
  /** Where the definition could be read in another way: what was decided. */
  readonly doubts: readonly string[]
}

/** A selection from one fact or entity: which rows, which day, which measures, which picture. */
export interface Report {
  readonly topic: string
  readonly title: string
  readonly question: string
  readonly from: Entity
  /** The day that the date range is about. */
  readonly date: Column<'day'>
  /** A preset. */
  readonly range: string
  readonly rules: readonly Rule[]
  readonly measures: readonly Measure[]
  readonly by: string
  readonly breakdown: string | null
  readonly chart: {
    readonly totals: ChartChoice
    readonly overTime: ChartChoice
    /** The measures that are drawn side by side. */
    readonly measures: readonly string[]
    /** A line at the overall figure of the first measure. */
    readonly reference: boolean
  }
  readonly settings: readonly Setting[]
  readonly doc: ReportDoc
  readonly example: Example
}

/** A column that the entity does not have does not compile. */
export const report = <E extends Entity>(from: E, spec: (of: Columns<E>) => Omit<Report, 'from'>): Report =>
  Object.freeze({ ...spec(columns(from)), from })

export const rule = (key: string, keep: Rule['keep'], otherwise: string): Rule => ({ key, keep, otherwise })
