import type { Entity, EntityName, Kind, Value } from '../model/index.ts'

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
  /**
   * A SELECT of the fact's columns in the order of its fields, in the SQL that all engines share.
   * `touched('a.id')` is the condition that keeps only the records to be made; it must stand in every scan.
   */
  readonly rows: (touched: (column: string) => string) => string
}

/** What a question gives to a fact that depends on it. */
export type Params = Readonly<Record<string, Value | readonly Value[]>>

/** Puts a value in its place and gives back the SQL that stands for it. */
export type Bind = (value: Value, kind: Kind) => string

/** A fact that depends on the question: SQL over stored facts with values, made anew for each answer. */
export interface AskedFact extends Entity {
  /** A SELECT of the fact's columns, in the SQL that all engines share. */
  readonly asked: (params: Params, bind: Bind) => string
}

export const isAsked = (entity: Entity): entity is AskedFact => 'asked' in entity
