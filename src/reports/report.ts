import type { OwnRange, SettingOf, Steps } from '../facts/index.ts'
import { withSpread } from '../metrics/spread.ts'
import type { Entity, Ground } from '../model/index.ts'
import {
  type Column,
  type Columns,
  type Condition,
  columns,
  type Expr,
  type Measure,
  type Operator,
  type Rule,
} from '../query/index.ts'
import type { Example } from './example.ts'
import { asParts, type Presentation } from './presentation.ts'

export type ChartChoice =
  | 'bar'
  | 'stacked-bar'
  | 'column'
  | 'stacked-column'
  | 'line'
  | 'area'
  | 'donut'
  | 'waterfall'
  | 'funnel'
  | 'feed'

/** A choice of reading that belongs to one report. */
export type Setting = Choice | OwnRange | Steps

export interface Choice extends SettingOf {
  /** The first is the default. */
  readonly options: readonly ChoiceOption[]
}

export interface ChoiceOption {
  readonly value: string
  readonly label: string
  readonly rules?: readonly Rule[]
  /** Measures of this value are made of another while it is chosen. */
  readonly reads?: { readonly of: Expr; readonly as: Expr }
  /** Over time, figures run on from the first period while it is chosen. */
  readonly runsOn?: true
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
export interface Selection {
  readonly from: Entity
  /** The day that the date range is about; null when the fact itself takes the range. */
  readonly date: Column<'day'> | null
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
    /** A line at the overall figure of the first measure, or, while figures run on, of the named one. */
    readonly reference: boolean | string
  }
  readonly settings: readonly Setting[]
  readonly presentation: Presentation
  readonly example: Example
  /** One pipeline is always chosen: the first, unless the reader chose another. */
  readonly onePipeline?: true
  /** What drill lists are ordered by, the newest first, where their day does not say enough. */
  readonly newest?: Column<'instant'>
  /** Fields, or relations with all of theirs, that are about some of the rows only: a filter on them leaves the others as they are. */
  readonly about?: readonly { readonly fields: readonly string[]; readonly rows: Condition }[]
  /** What it is about at all, and that in words: the reader's scope, not a rule of the figure. */
  readonly where?: Scope
  /** What is said of single fields in it, in the words of a filter. */
  readonly said?: readonly { readonly field: string; readonly is: Operator; readonly values: readonly string[] }[]
  /** The columns of the drill list, where they are not those of the entity. */
  readonly list?: readonly string[]
}

export interface Scope {
  readonly condition: Condition
  readonly words: string
}

export interface Tab extends Selection {
  readonly key: string
  readonly label: string
}

interface Heading {
  readonly topic: string
  readonly title: string
  readonly question: string
  readonly doc: ReportDoc
}

/** A report with tabs is what its first tab is, until another is chosen. */
export interface Report extends Heading, Selection {
  readonly tabs: readonly Tab[]
}

/** As a file of a report tells it: rows are parts of a whole unless it says otherwise. */
type Told = Omit<Selection, 'from' | 'presentation'> & Partial<Pick<Selection, 'presentation'>>

/** A column that the entity does not have does not compile. */
export const report = <E extends Entity>(from: E, spec: (of: Columns<E>) => Heading & Told): Report =>
  Object.freeze({ ...whole(spec(columns(from))), from, tabs: [] })

const whole = <S extends Told>(spec: S) => ({
  ...spec,
  presentation: spec.presentation ?? asParts,
  measures: withSpread(spec.measures),
})

export const tab = <E extends Entity>(key: string, label: string, from: E, spec: (of: Columns<E>) => Told): Tab => ({
  ...whole(spec(columns(from))),
  from,
  key,
  label,
})

export const tabbed = (heading: Heading, first: Tab, ...others: readonly Tab[]): Report =>
  Object.freeze({ ...first, ...heading, tabs: [first, ...others] })

export const rule = (key: string, keep: Rule['keep'], otherwise: string): Rule => ({ key, keep, otherwise })

/** What it leaves out is not known well enough, and every answer says how much that is. */
export const unlessGrounded = (ground: Ground, of: Rule): Rule => ({ ...of, ground })
