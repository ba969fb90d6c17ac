import type { Given, Needs } from '../../facts/index.ts'
import type { Entity, Kind } from '../../model/index.ts'
import type { Aggregate, Expr, Fn, GroupName, Limit, Literal } from '../../query/index.ts'

/** A to-one relation that is followed: the column on this side that holds an id, and the table of the other. */
export interface Step {
  readonly name: string
  readonly via: string
  readonly to: string
}

/** An expression of which every name is known to be there. */
export type Term =
  | { readonly op: 'column'; readonly along: readonly Step[]; readonly name: string; readonly kind: Kind }
  | Literal
  | { readonly op: 'call'; readonly fn: PrintedFn; readonly args: readonly Term[]; readonly kind: Kind }
  /** The first day of the period that a day is in: a column of the calendar. */
  | { readonly op: 'period'; readonly day: Term; readonly column: string; readonly kind: Kind }
  /** A figure over the records that hold the id of this one: of nothing it is `ofNothing`. */
  | {
      readonly op: 'many'
      readonly rows: ResolvedRows
      readonly key: Term
      readonly figure: Figure
      readonly ofNothing: number | null
      readonly kind: Kind
    }
  /** Whether a text is one of very many. */
  | { readonly op: 'among'; readonly text: Term; readonly values: readonly Literal[]; readonly kind: Kind }

/** What stands for itself in SQL; the others are resolved into these or into terms of their own. */
export type PrintedFn = Exclude<Fn, 'period' | 'among' | 'past'> | 'lte'

/** An aggregate with what it reads, and whether it counts rows. */
export interface Figure {
  readonly aggregate: Aggregate
  readonly terms: ReadonlyMap<Expr, Term>
  readonly countsRows: boolean
}

/** Where rows come from: a table, or a fact that the question makes. */
export interface Source {
  readonly entity: Entity
  /** What the question gives to a fact that depends on it. */
  readonly given: Given<Needs>
}

export interface ResolvedRows {
  readonly source: Source
  readonly where: readonly Term[]
}

/** The parts of a label stand inside the grouping, or are looked up in a table for the groups that are left. */
export type ResolvedLabel =
  | { readonly from: 'rows'; readonly parts: readonly LabelPart<Term>[] }
  | { readonly from: 'table'; readonly table: string; readonly parts: readonly LabelPart<string>[] }

export interface LabelPart<T> {
  readonly part: 'label' | 'order'
  readonly value: T
}

export interface ResolvedGroup {
  readonly name: GroupName
  readonly key: Term
  readonly label: ResolvedLabel
}

export interface ResolvedQuery extends ResolvedRows {
  readonly groups: readonly ResolvedGroup[]
  readonly measures: readonly { readonly key: string; readonly figure: Figure }[]
  readonly margins: boolean
  readonly limits: readonly Limit[]
  readonly beside: readonly { readonly key: string; readonly rows: ResolvedRows }[]
}

export interface ResolvedListing extends ResolvedRows {
  readonly columns: readonly { readonly path: string; readonly value: Term }[]
  readonly order: readonly { readonly by: Term; readonly descending: boolean }[]
  readonly limit: number | null
  readonly offset: number
}

export const recordId: Term = { op: 'column', along: [], name: 'id', kind: 'id' }
