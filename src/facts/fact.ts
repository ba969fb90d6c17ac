import type { Account, Entity, EntityName, Kind, Value } from '../model/index.ts'
import type { Dialect } from './dialect.ts'
import { type Given, givenBy, type Needs, type SettledQuestion } from './parts/need.ts'

/** The condition that keeps only the records to be made: `touched('a.id')`. It must stand in every scan. */
export type Touched = (column: string) => string

/** What a stored fact is made with. */
export interface Making {
  readonly dialect: Dialect
  /** The company whose days and money these are. */
  readonly account: Account
  /** The relation that holds the history of the records to be made. */
  readonly history: string
}

/**
 * A stored fact: one kind of row worth counting, computed from records and their history.
 * It is stored, sorted by `sortedBy`, and made again for the records that changed.
 */
export interface Fact extends Entity {
  /** The kind of record whose changes (its own row or its history) make rows of this fact anew. */
  readonly of: EntityName
  /** The column of this fact that holds the id of that record. */
  readonly recordId: string
  readonly sortedBy: string
  /** Other kinds of record whose changes make rows anew, each with its column that holds the id of `of`. */
  readonly through?: readonly { readonly entity: EntityName; readonly via: string }[]
  /** Facts that this one is made from, by name. */
  readonly after?: readonly string[]
  /** Small tables that are read whole: when one of them changes, so may every row of this fact. */
  readonly wholeWhen?: readonly EntityName[]
  /** A SELECT of the fact's columns in the order of its fields, in standard SQL and the words of the dialect. */
  readonly rows: (touched: Touched, making: Making) => string
}

/** A view: other columns, or other rows, of records and stored facts. It depends on nothing asked and is not stored. */
export interface View extends Entity {
  /** A SELECT of the columns that are used, in standard SQL and the words of the dialect. */
  readonly view: (uses: Uses, dialect: Dialect) => string
}

/** Puts a value in its place and gives back the SQL that stands for it. */
export type Bind = (value: Value, kind: Kind) => string

/** Whether the question needs a column of the fact; what it does not need may be left out. */
export type Uses = (column: string) => boolean

/** A fact that depends on the question: SQL over stored facts with values, made anew for each answer. */
export interface AskedFact extends Entity {
  readonly needs: Needs
  /** Where the range goes into the making: the one day that rows may be narrowed or parted by besides; null for none. */
  readonly day?: string | null
  /** A SELECT of the fact's columns that are used, in standard SQL and the words of the dialect. A fact whose rows nobody asks for one by one (`id`) may be coarser. */
  readonly asked: (given: Given<Needs>, bind: Bind, uses: Uses, dialect: Dialect) => string
}

/** What the fact does not name among its needs it does not get: another name does not compile. */
export const askedFact = <E extends Entity, N extends Needs>(
  entity: E,
  spec: {
    readonly needs: N
    readonly day?: (keyof E['fields'] & string) | null
    readonly asked: (given: Given<N>, bind: Bind, uses: Uses, dialect: Dialect) => string
  },
): E & Pick<AskedFact, 'needs' | 'day' | 'asked'> => ({
  ...entity,
  needs: spec.needs,
  ...(spec.day !== undefined && { day: spec.day }),
  // Whoever calls it gives what `givenOf` made of these very needs.
  asked: spec.asked as AskedFact['asked'],
})

/** What a question gives to the fact, as plain data; nothing where the fact depends on no question. */
export const givenOf = (entity: Entity, question: SettledQuestion): Given<Needs> =>
  isAsked(entity) ? givenBy(entity.needs, question) : {}

/**
 * Where the rows of a kind come from: a source; code, as those of the calendar; a SELECT that is written into each question; a SELECT that is
 * stored; or one that the question goes into.
 */
export type TableKind = 'record' | 'made' | 'view' | 'stored' | 'asked'

export const isAsked = (entity: Entity): entity is AskedFact => 'asked' in entity
/** The days that are asked for go into its making, so that no date of its rows is needed for them. */
export const takesRange = (entity: Entity): boolean =>
  isAsked(entity) && Object.values(entity.needs).some((need) => need.takesRange)
export const isView = (entity: Entity): entity is View => 'view' in entity
export const isStored = (entity: Entity): entity is Fact => 'recordId' in entity

export function tableKind(entity: Entity): Exclude<TableKind, 'made'> {
  if (isAsked(entity)) return 'asked'
  if (isView(entity)) return 'view'
  return isStored(entity) ? 'stored' : 'record'
}
