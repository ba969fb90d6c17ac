import type { Account, CustomField } from '../model/index.ts'

/** A file of rows to load. Landing's segments have this shape. */
export interface LandedSegment {
  readonly seq: number
  readonly source: string
  readonly stream: string
  readonly format: 'ndjson.zst' | 'parquet'
  readonly columns: readonly string[]
  readonly rows: number
  readonly file: string
  readonly origin: string | null
  readonly landedAt: string
  /** Where it took the place of others, from this number on: then each row says which one it was of, by `_seq` and `_landed_at`. */
  readonly joined?: { readonly from: number }
}

/** What a warehouse is made from, as far as it needs to know. */
export interface Landed {
  readonly folder: string
  segments(after?: number): readonly LandedSegment[]
  /** How many were landed after `seq`. */
  landedAfter(seq: number): number
  /** Changes whenever segments no longer count, or count again: then all is made anew. */
  revision(): number
  /** Refuses a segment whose file is missing, damaged or unreadable. */
  verify(segment: LandedSegment): Promise<void>
  customFields(): readonly CustomField[]
  /** Sentences about what could only be guessed of the rows. */
  doubts(): readonly string[]
  account(): Account
}
