import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { Refusal } from '../../../errors/index.ts'
import type { Landed, LandedSegment } from '../../landed.ts'
import type { MissingSegment } from '../../warehouse.ts'
import { numberOf } from '../connection.ts'
import { scansOf } from './scan.ts'

/** What a load takes in, and what it has to do without. */
export interface Sorted {
  readonly sound: readonly LandedSegment[]
  readonly missing: readonly MissingSegment[]
}

/** Tells segments that are as they were landed from those that are not. */
export class SoundSegments {
  readonly #landed: Landed
  /** The state of the file of each missing segment when it was last read. */
  readonly #seen = new Map<number, string>()

  constructor(landed: Landed) {
    this.#landed = landed
  }

  async sort(segments: readonly LandedSegment[]): Promise<Sorted> {
    const sound: LandedSegment[] = []
    const missing: MissingSegment[] = []
    for (const segment of segments) {
      const seen = await this.#state(segment)
      const wrong = await this.#wrong(segment)
      if (wrong === null) sound.push(segment)
      else missing.push(missed(segment, wrong))
      if (wrong !== null) this.#seen.set(segment.seq, seen)
    }
    return { sound, missing }
  }

  /** Runs `load` over the segments that are sound; when it fails over those that `spoilt` finds then, again without them. */
  async sparing<R>(
    segments: readonly LandedSegment[],
    load: (sorted: Sorted) => Promise<R>,
    spoilt: (segments: readonly LandedSegment[]) => Promise<readonly MissingSegment[]>,
  ): Promise<R> {
    let sorted = await this.sort(segments)
    for (;;) {
      try {
        return await load(sorted)
      } catch (error) {
        const found = isShortage(error) ? [] : await spoilt(sorted.sound)
        if (found.length === 0) throw error
        sorted = without(sorted, found)
      }
    }
  }

  /** Numbers of those whose file is another one than when it was last read: a damaged file is not read at each refresh. */
  async changed(missing: readonly MissingSegment[]): Promise<ReadonlySet<number>> {
    const states = await Promise.all(missing.map((segment) => this.#state(segment)))
    return new Set(missing.filter(({ seq }, index) => this.#seen.get(seq) !== states[index]).map(({ seq }) => seq))
  }

  /** After a load that failed: those of the segments that went bad since they were sorted, or that the engine cannot read. */
  async spoilt(loader: DuckDBConnection, segments: readonly LandedSegment[]): Promise<readonly MissingSegment[]> {
    const { sound, missing } = await this.sort(segments)
    const unreadable: MissingSegment[] = []
    for (const segment of sound) {
      if (await isReadable(loader, this.#landed.folder, segment)) continue
      unreadable.push(missed(segment, 'unreadable'))
      this.#seen.set(segment.seq, await this.#state(segment))
    }
    return [...missing, ...unreadable]
  }

  async #wrong(segment: LandedSegment): Promise<MissingSegment['wrong'] | null> {
    try {
      await this.#landed.verify(segment)
      return null
    } catch (error) {
      const wrong = error instanceof Refusal ? wrongs.get(error.code) : undefined
      if (wrong === undefined) throw error
      return wrong
    }
  }

  #state({ file }: Pick<LandedSegment, 'file'>): Promise<string> {
    return stat(join(this.#landed.folder, file)).then(
      ({ ino, size, mtimeMs, ctimeMs }) => [ino, size, mtimeMs, ctimeMs].join(),
      () => 'none',
    )
  }
}

const wrongs: ReadonlyMap<string, MissingSegment['wrong']> = new Map([
  ['segment-missing', 'missing'],
  ['segment-damaged', 'damaged'],
  ['segment-unreadable', 'unreadable'],
])

const without = ({ sound, missing }: Sorted, found: readonly MissingSegment[]): Sorted => ({
  sound: sound.filter(({ seq }) => !found.some((one) => one.seq === seq)),
  missing: [...missing, ...found],
})

const missed = (
  { seq, file, source, stream, origin, rows, landedAt }: LandedSegment,
  wrong: MissingSegment['wrong'],
): MissingSegment => ({ seq, file, source, stream, origin, rows, landedAt, wrong })

/** Of the machine, not of the file. */
const shortage = /out of memory|no space|too many open files|interrupt/i

const isShortage = (error: unknown): boolean =>
  shortage.test(String(error)) || (error instanceof Refusal && error.code === 'load-too-big')

async function isReadable(loader: DuckDBConnection, folder: string, segment: LandedSegment): Promise<boolean> {
  try {
    const [scan] = await scansOf(loader, folder, [segment])
    // The hash needs every column, so that every byte is read.
    return (await numberOf(loader, `SELECT count(hash(line)) FROM (${scan?.rows}) line`)) === segment.rows
  } catch (error) {
    if (shortage.test(String(error))) throw error
    return false
  }
}
