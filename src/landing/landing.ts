import type { Account, CustomField, EntityName } from '../model/index.ts'
import type { Original } from './batch-record.ts'
import type { Joinable } from './joinable.ts'
import type { LandedBatch } from './landed-state.ts'
import type { Revision } from './revision.ts'
import type { LandedRow, Segment } from './segment.ts'

/** Who only reads leaves every file as it is. */
export type Access = 'read' | 'write'

/** Everything that sources sent, for ever: the truth that the warehouse is made from. */
export interface Landing {
  readonly folder: string
  /** What had to be done, or would have to be, so that manifest, records and files agree. */
  readonly notices: readonly string[]
  /** All segments that count, in landing order; only those after `seq` when it is given. */
  segments(after?: number): readonly Segment[]
  /** How many were landed after `seq`. */
  landedAfter(seq: number): number
  /** Refuses a segment whose file is missing or has another checksum. */
  verify(segment: Segment): Promise<void>
  /** Segments that are kept, and that no figure is made from: what was taken back, and what was read anew. */
  resting(): readonly Segment[]
  /** All that was landed, in order, whether it counts or not. */
  batches(): readonly LandedBatch[]
  /** Changes whenever other batches count than before: what was made from landing is to be made anew. */
  revision(): number
  /** Lets batches count no longer, or again, and reads later ones anew, all in one transaction; if it throws, nothing happened. */
  turn(turn: Turn): Promise<void>
  /**
   * Joins small segments with their neighbours, and notes where all of it stands so that the next opening reads little; which rows
   * count stays as it was. The files of what was joined stay until `sweep`.
   */
  compact(may: Joinable, signal: AbortSignal): Promise<Compacted>
  /** Removes the files of segments whose rows lie in joined ones that are whole; nobody may be reading segments meanwhile. Gives how many. */
  sweep(): Promise<number>
  /** What counted when a record was written, of the batches before one. */
  before(record: number, batch: number): Promise<Past>
  /** Runs `fill`, then makes all it wrote visible in one transaction; if it throws, nothing happened. */
  land<R>(source: string, fill: (batch: Batch) => Promise<R>): Promise<R>
  cursor(source: string, stream: string): string | null
  /** All cursors of a source, by stream. */
  cursors(source: string): ReadonlyMap<string, string>
  customFields(): readonly CustomField[]
  /** What could only be guessed of what was imported, a sentence each; of each origin, as it was landed last. */
  doubts(): readonly string[]
  account(): Account
  setAccount(account: Account): Promise<void>
  /** The files that were imported, as they came, also those of imports that were taken back. */
  originals(): readonly Original[]
  /** Refuses one whose file is missing or has another checksum. */
  verifyOriginal(original: Original): Promise<void>
  /** When and what was imported from this file content before, by what content and mapping are remembered by; null: never, or taken back. */
  importedFile(key: string): Pick<Original, 'name' | 'importedAt' | 'sha256'> | null
  /** What a document is now, or was when it was deleted; null when there never was one. */
  document(kind: string, id: string): Revision | null
  /** All of a kind as they are now, also those that were deleted. */
  documents(kind: string): readonly Revision[]
  /** All that a document was, the first first. Refuses when a record of it is not as it was written. */
  revisions(kind: string, id: string): Promise<readonly Revision[]>
  /** This moment, and later than every one before, whatever the clock does: later submissions are the later ones. */
  time(): string
  close(): void
}

/** What was joined: so many segments became so many. */
export interface Compacted {
  readonly segments: number
  readonly into: number
}

/** What counted at some moment. */
export type Past = Pick<Landing, 'segments' | 'customFields' | 'account' | 'importedFile' | 'cursor' | 'cursors'>

/** Which batches are to count no longer, or again, and which later ones are read anew for it. */
export interface Turn {
  readonly takenBack: readonly number[]
  readonly again: readonly number[]
  readonly batches: readonly number[]
  /** Writes what a batch is over what counts before it. */
  fill(batch: Batch, number: number, past: Past): Promise<void>
}

/** What one pull or one import adds. */
export interface Batch {
  /** Rows as they come; `columns` is every column that any row may have. */
  write(
    stream: EntityName,
    columns: readonly string[],
    rows: AsyncIterable<LandedRow> | Iterable<LandedRow>,
    origin?: string,
  ): Promise<void>
  /** Takes over a Parquet file that an engine has written for this purpose. */
  adopt(stream: EntityName, parquetFile: string, columns: readonly string[], rows: number): Promise<void>
  /** Keeps the bytes of a file as they came, once for each key; one that landing has already is not written again. */
  keepFile(path: string, key: string): Promise<void>
  define(fields: readonly CustomField[]): void
  moveCursor(stream: string, cursor: string): void
  /** What could only be guessed of the rows of an origin; takes the place of what was doubted of it before. */
  doubt(origin: string, sentences: readonly string[]): void
  /** Makes documents something else, in the same moment. */
  revise(...revisions: readonly Revision[]): void
  /** Sets what these rows are to be read with, in the same moment. */
  setAccount(account: Account): void
}
