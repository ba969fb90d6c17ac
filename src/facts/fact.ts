import type { Account, Entity, EntityName, Kind, Value } from '../model/index.ts'
import type { Dialect } from './dialect.ts'

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
 * A fact: one kind of row worth counting, computed from records and their history.
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

/** What a question gives to a fact that depends on it. */
export type Params = Readonly<Record<string, Value | readonly Value[]>>

/** One value that the question gives; null where it gives none. */
export function given(params: Params, name: string): Value {
  const value = params[name]
  return isList(value) ? null : (value ?? null)
}

/** Several values that the question gives. */
export function givenAll(params: Params, name: string): readonly Value[] {
  const value = params[name]
  return isList(value) ? value : []
}

const isList = (value: Params[string] | undefined): value is readonly Value[] => Array.isArray(value)

/** Puts a value in its place and gives back the SQL that stands for it. */
export type Bind = (value: Value, kind: Kind) => string

/** Whether the question needs a column of the fact; what it does not need may be left out. */
export type Uses = (column: string) => boolean

/** A fact that depends on the question: SQL over stored facts with values, made anew for each answer. */
export interface AskedFact extends Entity {
  /** A SELECT of the fact's columns that are used, in standard SQL and the words of the dialect. A fact whose rows nobody asks for one by one (`id`) may be coarser. */
  readonly asked: (params: Params, bind: Bind, uses: Uses, dialect: Dialect) => string
}

export const isStored = (entity: Entity): entity is Fact => 'recordId' in entity

export const isAsked = (entity: Entity): entity is AskedFact => 'asked' in entity
