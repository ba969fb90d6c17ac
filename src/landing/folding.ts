import type { BatchContent, Join } from './batch-record.ts'
import type { LandedBatch } from './landed-state.ts'
import type { Segment } from './segment.ts'

/** Batches with joined segments in their places, and plain neighbours as one: what they say together is the same. */
export function folding(batches: Iterable<LandedBatch>, joins: readonly Join[]): readonly LandedBatch[] {
  const gone = new Set(joins.flatMap(({ of }) => of))
  const all = [...batches]
  const there = new Set(all.flatMap(({ content }) => content.segments.map(({ seq }) => seq)))
  const come = new Map(joins.map(({ segment, of }) => [of.findLast((seq) => there.has(seq)), segment]))
  const folded: LandedBatch[] = []
  for (const batch of all) {
    const one = withJoined(batch, gone, come)
    const before = folded.at(-1)
    if (before && isRun(before, one)) folded[folded.length - 1] = together(before, one)
    else folded.push(one)
  }
  return folded.map(settled)
}

export const isRun = (before: LandedBatch, after: LandedBatch): boolean =>
  before.isPlain && after.isPlain && before.number + 1 === after.first

/** A joined segment lies where the last of its parts lay. */
function withJoined(
  batch: LandedBatch,
  gone: ReadonlySet<number>,
  come: ReadonlyMap<number | undefined, Segment>,
): LandedBatch {
  const { segments } = batch.content
  if (!segments.some(({ seq }) => gone.has(seq))) return batch
  const left = segments.flatMap((segment) => (gone.has(segment.seq) ? (come.get(segment.seq) ?? []) : [segment]))
  return { ...batch, content: { ...batch.content, segments: left }, ever: left }
}

/** Lists grow in place while neighbours are added, so that many of them cost no more than each. */
class Growing implements BatchContent {
  readonly segments: Segment[] = []
  readonly originals = []
  readonly fields: BatchContent['fields'][number][] = []
  readonly cursors: BatchContent['cursors'][number][] = []
  readonly account = null

  add({ segments, fields, cursors }: BatchContent): this {
    // One by one: as arguments of one call, hundreds of thousands are too many.
    for (const segment of segments) this.segments.push(segment)
    for (const field of fields) this.fields.push(field)
    for (const cursor of cursors) this.cursors.push(cursor)
    return this
  }
}

function together(before: LandedBatch, after: LandedBatch): LandedBatch {
  const content = before.content instanceof Growing ? before.content : new Growing().add(before.content)
  content.add(after.content)
  return { ...after, first: before.first, content, ever: content.segments }
}

/** Of fields and cursors the last of each holds. */
function settled(batch: LandedBatch): LandedBatch {
  if (!(batch.content instanceof Growing)) return batch
  const { segments, fields, cursors } = batch.content
  const content = {
    segments,
    originals: [],
    fields: lastOfEach(fields, ({ entity, name }) => `${entity} ${name}`),
    cursors: lastOfEach(cursors, ({ source, stream }) => `${source} ${stream}`),
    account: null,
  }
  return { ...batch, content, ever: segments }
}

const lastOfEach = <T>(all: readonly T[], key: (one: T) => string): readonly T[] => [
  ...new Map(all.map((one) => [key(one), one])).values(),
]
