import type { EntityName } from '../model/index.ts'

export type SegmentFormat = 'ndjson.zst' | 'parquet'

/**
 * One immutable file of rows that a source sent, for one kind of record.
 * Columns are field names (all text in ndjson), plus those that start with an underscore:
 * `_line` (line in the file it came from), `_version` (instant of the source's last change; absent: `landedAt`),
 * `_deleted` (the source no longer has it), `_reason` (why the source could not read the row: it is put into quarantine).
 * A column that is not in the segment says nothing about that field; a null says it is empty.
 */
export interface Segment {
  readonly seq: number
  /** `hubspot`, `sample`, `csv`. */
  readonly source: string
  readonly stream: EntityName
  readonly format: SegmentFormat
  readonly columns: readonly string[]
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
  /** Path below the landing folder. */
  readonly file: string
  /** The name of the file it came from, for the reader. */
  readonly origin: string | null
  readonly landedAt: string
  /** Absent where it is as it was landed. */
  readonly joined?: Joined
}

/** Of a segment that took the place of others: each row says which of them it was of, by `_seq` and `_landed_at`. */
export interface Joined {
  /** The number of the first one; the segment itself has that of the last. */
  readonly from: number
  readonly segments: number
}

/** Values as text; instants ISO (a bare day is midnight in the account's zone), numbers with a point, flags `true` or `false`. */
export type LandedRow = Readonly<Record<string, string | number | null>>
