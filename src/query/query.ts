import type { Given, Needs } from '../facts/index.ts'
import type { Ground, Kind } from '../model/index.ts'
import type { Aggregate } from './aggregate.ts'
import type { Condition, Expr } from './expr.ts'

export interface Measure {
  readonly key: string
  readonly label: string
  readonly kind: Kind
  /** One sentence for the reader. */
  readonly doc: string
  readonly value: Aggregate
  /** Which direction is good news; null when neither. */
  readonly better: 'up' | 'down' | null
  /** Shown only to who asks for it. */
  readonly onDemand?: true
  /** What it says of a step, where a row is one. */
  readonly role?: StepRole
}

/** `onward` is the share that goes on to the next step, `arrived` the share of the step before that came to this one, `overall` that of the first. */
export const stepRoles = ['skipped', 'onward', 'arrived', 'overall', 'lost', 'time'] as const
export type StepRole = (typeof stepRoles)[number]

/** A group has a key that the drill uses, a label that the reader sees, and an order of its own where it has one. */
export interface Group {
  readonly name: GroupName
  readonly key: Expr
  readonly label: Expr
  readonly order: Expr | null
}
export type GroupName = 'by' | 'breakdown' | 'period'

/** A rule of the population: what it keeps, and in words why the others are left out. */
export interface Rule {
  readonly key: string
  readonly keep: Condition
  readonly otherwise: string
  /** Why, where it is that a record is not known well enough: an answer then says how many it leaves out. */
  readonly ground?: Ground
}

/** What of a question its rows depend on, besides what it selects. */
export interface Asked {
  /** The present, as an ISO instant; null where nothing depends on it. */
  readonly now: string | null
  /** What a fact that depends on the question is made with: plain data, by the names of its needs. */
  readonly given: Given<Needs>
}

/** A question to an engine. `where` is the reader's scope; `rules` belong to the definition of the figure. */
export interface Query {
  readonly from: string
  readonly asked: Asked
  readonly where: readonly Condition[]
  readonly rules: readonly Rule[]
  readonly group: readonly Group[]
  readonly measure: readonly Measure[]
  /** Also the figures over every part of the groups, down to the total, from the same rows. */
  readonly margins: boolean
  readonly limits: readonly Limit[]
  /** Other records that are counted in the same statement, each in a column of its own. */
  readonly beside: readonly Beside[]
}

export interface Beside {
  readonly key: string
  readonly rows: Rows
}

/** Keeps the groups that rank first over everything else; only a query with margins knows how they rank. */
export interface Limit {
  readonly group: GroupName
  readonly most: number
  readonly by: string
  readonly descending: boolean
}

export interface ListColumn {
  readonly path: string
  readonly label: string
  readonly value: Expr
}

/** Some rows of one entity. */
export interface Rows {
  readonly from: string
  readonly asked: Asked
  readonly where: readonly Condition[]
}

/** Records, one row each, always with their id first. */
export interface Listing extends Rows {
  readonly columns: readonly ListColumn[]
  readonly order: readonly { readonly by: Expr; readonly descending: boolean }[]
  readonly limit: number | null
  readonly offset: number
}
