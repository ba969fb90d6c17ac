import { isRun } from './folding.ts'
import type { LandedBatch } from './landed-state.ts'
import type { Segment } from './segment.ts'

/** A segment of so many bytes is joined no more: it is read whole into memory to be joined. */
const mostBytes = 4_000_000
/** So many neighbours of about one size are joined, so that a row is written anew seldom: once for each size. */
const least = 8
const sizeSteps = 8
const smallest = 4_000
/** More in one go would hold up what waits for its end. */
const mostInOneGo = 20_000

/** What of landing may be joined. */
export interface Joinable {
  /** Nothing that landed later: a load takes in what comes after what it knows. */
  readonly through: number
  /** Numbers of segments that are not whole, or that a load had to do without. */
  readonly without: ReadonlySet<number>
}

/** Neighbours that are to be joined, each list into one segment. */
export function joinable(batches: readonly LandedBatch[], may: Joinable): readonly (readonly Segment[])[] {
  const found: (readonly Segment[])[] = []
  let left = mostInOneGo
  for (const run of runsOf(batches))
    for (const alike of alikeIn(run, may))
      for (const neighbours of neighboursIn(alike)) {
        if (left < neighbours.length) return found
        left -= neighbours.length
        found.push(neighbours)
      }
  return found
}

/** Batches that nothing stands between which is taken back, or read anew over what was before it. */
function* runsOf(batches: readonly LandedBatch[]): Generator<readonly LandedBatch[]> {
  let run: LandedBatch[] = []
  for (const batch of batches) {
    const before = run.at(-1)
    if (before && !isRun(before, batch)) {
      yield run
      run = []
    }
    if (batch.isPlain) run.push(batch)
  }
  yield run
}

/** Of one kind and source, with the same columns, in their order. */
function alikeIn(run: readonly LandedBatch[], { through, without }: Joinable): Iterable<readonly Segment[]> {
  const all = run.flatMap(({ content }) => content.segments)
  const may = all.filter(({ seq, format }) => format === 'ndjson.zst' && seq <= through && !without.has(seq))
  const key = ({ source, stream, origin, columns }: Segment) =>
    JSON.stringify([source, stream, origin, columns.toSorted()])
  return Map.groupBy(
    may.toSorted((one, other) => one.seq - other.seq),
    key,
  ).values()
}

const sizeOf = ({ bytes }: Segment): number =>
  Math.max(0, Math.ceil(Math.log(Math.max(1, bytes) / smallest) / Math.log(sizeSteps)))

/** The longest stretches of segments that are at most of a size, the smallest size first. */
function neighboursIn(alike: readonly Segment[]): readonly (readonly Segment[])[] {
  for (let size = 0; smallest * sizeSteps ** size < mostBytes; size++) {
    const stretches = cut(alike, (segment) => sizeOf(segment) <= size).filter(({ length }) => length >= least)
    if (stretches.length > 0) return stretches.flatMap(intoLoads)
  }
  return []
}

function cut(all: readonly Segment[], isOf: (segment: Segment) => boolean): readonly (readonly Segment[])[] {
  const stretches: Segment[][] = [[]]
  for (const segment of all)
    if (isOf(segment)) stretches.at(-1)?.push(segment)
    else stretches.push([])
  return stretches
}

/** As many together as may become one segment, and as may be joined in one go. */
function intoLoads(stretch: readonly Segment[]): readonly (readonly Segment[])[] {
  const loads: Segment[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const segment of stretch) {
    if (bytes + segment.bytes > mostBytes || (loads.at(-1)?.length ?? 0) >= mostInOneGo) {
      loads.push([])
      bytes = 0
    }
    loads.at(-1)?.push(segment)
    bytes += segment.bytes
  }
  return loads.filter(({ length }) => length > 1)
}
