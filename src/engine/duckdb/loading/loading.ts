import type { Effects } from '../../../effects.ts'
import type { Fact } from '../../../facts/index.ts'
import type { Account, Entity, Model } from '../../../model/index.ts'
import type { LandedSegment } from '../../landed.ts'
import type { LoadReport } from '../../warehouse.ts'
import type { Taken } from '../generations/book.ts'
import type { Signatures } from './signature.ts'
import type { Sorted } from './sound-segments.ts'

/** All that loading needs to know about the company. */
export interface Loading {
  readonly model: Model
  readonly account: Account
  readonly facts: readonly Fact[]
  /** The landing's: the files of segments lie below it. */
  readonly folder: string
  /** What the tables are made for. */
  readonly signatures: Signatures
  /** Which segments count: landing's number for it. */
  readonly revision: number
  readonly effects: Effects
}

/** What a load takes in, what it does without, and how far landing is in after it. */
export type Intake = Sorted & { readonly taken: Taken }

export const segmentsOf = (entity: Entity, segments: readonly LandedSegment[]): readonly LandedSegment[] =>
  segments.filter((segment) => segment.stream === entity.name)

export const rowsIn = (segments: readonly LandedSegment[]): number =>
  segments.reduce((sum, segment) => sum + segment.rows, 0)

/** A file that was cut off may end as if it were whole. */
export function checkRead(read: number, segments: readonly LandedSegment[]): void {
  const landed = rowsIn(segments)
  if (read !== landed) throw new Error(`read ${read} rows of ${landed} from ${segments.map(({ file }) => file).join()}`)
}

export const report = (
  stream: string,
  counts: Pick<LoadReport, 'read' | 'inserted' | 'updated' | 'quarantined'>,
): LoadReport => ({
  stream,
  ...counts,
  unchanged: counts.read - counts.inserted - counts.updated - counts.quarantined,
})
