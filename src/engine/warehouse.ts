import type { Dialect } from '../facts/index.ts'
import type { Gauge } from '../gauge.ts'
import type { Account, Kind, Model, PipelineObject, Value } from '../model/index.ts'

export type { Value }

export interface Column {
  readonly name: string
  readonly label: string
  readonly kind: Kind
}

/** SQL text and its values never meet: `$1` is the first value. */
export interface Statement {
  readonly sql: string
  readonly values: readonly Value[]
  readonly columns: readonly Column[]
}

export interface Table {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Value[])[]
}

/** An answer as it goes out, and a tag that differs where the answer does. */
export interface Finished {
  readonly text: Uint8Array
  readonly tag: string
}

/** Rows, some at a time. */
export type Batches = AsyncIterable<readonly (readonly Value[])[]>

/** Asks one statement after the other. */
export type Read<R> = (ask: (statement: Statement) => Batches) => AsyncIterable<R>

/** One row the loader could not read. It stays in landing; here it is counted and explained. */
export interface QuarantinedRow {
  readonly segment: number
  readonly stream: string
  readonly origin: string | null
  readonly line: number | null
  readonly recordId: string | null
  readonly reason: string
}

/** A landed segment that no figure is made from, because of its file. */
export interface MissingSegment {
  readonly seq: number
  readonly file: string
  readonly source: string
  readonly stream: string
  readonly origin: string | null
  readonly rows: number
  readonly landedAt: string
  readonly wrong: 'missing' | 'damaged' | 'unreadable'
}

/** What one load did. `inserted + updated + unchanged + quarantined` is every row read. */
export interface LoadReport {
  readonly stream: string
  readonly read: number
  readonly inserted: number
  readonly updated: number
  readonly unchanged: number
  readonly quarantined: number
}

export interface WarehouseStatus {
  readonly generation: number
  /** Each segment up to this one is in, or missing. */
  readonly loadedThrough: number
  /** Segments landed and not yet in, besides the missing ones; at least 1 where others count than those that are in. */
  readonly pending: number
  /** When the newest loaded segment was landed; null when there is none. */
  readonly freshAt: string | null
  readonly refreshedAt: string | null
  readonly quarantined: number
  /** What the figures are made without until it is put right. */
  readonly missing: readonly MissingSegment[]
  readonly records: Readonly<Record<string, number>>
  /** Sentences about what happened to the file, such as a damaged one that was set aside. */
  readonly notices: readonly string[]
  /** What could only be guessed when the rows were read, a sentence each. */
  readonly doubts: readonly string[]
}

/** Whose records there are and where they can stand, each kind in its order. */
export interface Roster {
  readonly owners: readonly {
    readonly id: string
    readonly name: string
    readonly active: boolean
    readonly teamId: string | null
  }[]
  readonly teams: readonly { readonly id: string; readonly name: string; readonly parentId: string | null }[]
  readonly pipelines: readonly { readonly id: string; readonly label: string; readonly object: PipelineObject }[]
  readonly stages: readonly {
    readonly id: string
    readonly label: string
    readonly pipelineId: string | null
    readonly isClosed: boolean
    readonly isWon: boolean
  }[]
}

/** What one load ended in. It never changes: every question is asked of a moment, and nothing is counted for it again. */
export interface Moment extends Omit<WarehouseStatus, 'pending'> {
  /** Of the loads since this process began: another load, another number. */
  readonly load: number
  readonly roster: Roster
  /** Landing's number for what counts. */
  readonly revision: number
  /** Kinds of record and facts as they were loaded. */
  readonly model: Model
  /** Settings that the tables were made with. */
  readonly account: Account
  /** Stored facts that this version of the program makes in another way: they are being made anew, and answer as they were made. */
  readonly outdated: readonly string[]
}

/** Something that cannot be and is there all the same: what, how often, and what reports make of it. */
export interface Oddity {
  readonly kind: string
  readonly title: string
  readonly count: number
  readonly outcome: string
}

/** An engine that answers questions. Every engine passes the same contract suite. */
export interface Warehouse {
  /** How to write SQL for it. */
  readonly dialect: Dialect
  /** What an operator wants to know of it. */
  readonly gauges: readonly Gauge[]
  /** What opening it loaded into a new generation, for want of one that answers; null where there was one. */
  readonly madeAtOpening: readonly LoadReport[] | null
  /** False while its file is damaged and not made again yet. */
  isReady(): boolean
  /** Only statements that read; limited in memory, time and number at once; stopped by `signal`. Clients take turns. */
  run(statement: Statement, signal?: AbortSignal, client?: string): Promise<Table>
  /** What `make` makes of the data as they are, kept until they change; `key` tells all else that it depends on. */
  finished(key: string, make: () => Promise<Finished>): Promise<Finished>
  /**
   * What `read` asks is all of one state of the data, for as long as it reads, and comes in batches without ever holding all. Each
   * statement waits for its turn as long as its reader does, and has a place while its rows are read.
   */
  reading<R>(read: Read<R>, signal?: AbortSignal, client?: string): AsyncIterable<R>
  explain(statement: Statement): Promise<string>
  /** Loads what landed since, and brings the stored facts up to date for the records that changed. */
  refresh(): Promise<readonly LoadReport[]>
  /** A new generation from landing, swapped in when complete. */
  rebuild(): Promise<readonly LoadReport[]>
  /** The last load that ended well. */
  moment(): Moment
  /** Segments landed and not yet in. */
  pending(): number
  /** What `make` asks, whatever is loaded meanwhile, is all of the moment that it is given: it may be called again. */
  ofOneLoad<R>(make: (moment: Moment) => Promise<R>): Promise<R>
  /** Runs `work` while nothing is loaded. */
  betweenLoads<R>(work: () => Promise<R>): Promise<R>
  status(): Promise<WarehouseStatus>
  quarantine(limit: number): Promise<readonly QuarantinedRow[]>
  /** Every kind with its number, counted when first asked for after a load. */
  oddities(): Promise<readonly Oddity[]>
  close(): Promise<void>
}
