import type { DuckDBConnection } from '@duckdb/node-api'
import type { Landed, LandedSegment } from '../../landed.ts'
import type { MissingSegment } from '../../warehouse.ts'
import type { Generations } from '../generations/generations.ts'
import { openLoader } from '../generations/instance.ts'
import type { WarehouseOptions } from '../warehouse-options.ts'
import { loadingRefusal } from '../watch.ts'
import { withinMemory } from './load-memory.ts'
import { rowsIn } from './loading.ts'
import { type Sorted, SoundSegments } from './sound-segments.ts'

/** Runs the engine that reads landing, for as long as one piece of work takes. */
export class Loader {
  readonly #generations: Generations
  readonly #landed: Landed
  readonly #options: WarehouseOptions
  readonly #soundness: SoundSegments

  constructor(generations: Generations, landed: Landed, options: WarehouseOptions) {
    this.#generations = generations
    this.#landed = landed
    this.#options = options
    this.#soundness = new SoundSegments(landed)
  }

  /** Loads so many rows, with as much memory as they need; called again with more where that was not enough. */
  within<R>(segments: readonly LandedSegment[], load: (memoryMb: number) => Promise<R>): Promise<R> {
    return withinMemory(rowsIn(segments), this.#mostMb, load)
  }

  async run<R>(memoryMb: number, work: (connection: DuckDBConnection) => Promise<R>): Promise<R> {
    const { folder, scratch } = this.#generations.files
    const loader = await openLoader([this.#landed.folder, folder], scratch, { ...this.#options, memoryMb })
    try {
      return await work(loader.connection)
    } catch (error) {
      throw loadingRefusal(error, memoryMb)
    } finally {
      loader.close()
    }
  }

  /** Loads what of the segments is as it was landed. */
  sparing<R>(segments: readonly LandedSegment[], load: (sorted: Sorted) => Promise<R>): Promise<R> {
    return this.#soundness.sparing(segments, load, (sound) =>
      this.run(this.#mostMb, (connection) => this.#soundness.spoilt(connection, sound)),
    )
  }

  /** Numbers of the missing segments whose file is another one than when it was last read. */
  changed(missing: readonly MissingSegment[]): Promise<ReadonlySet<number>> {
    return this.#soundness.changed(missing)
  }

  /** While nothing answers its share is free. */
  get #mostMb(): number {
    const { loadingMb, answeringMb } = this.#options.memory
    return loadingMb + (this.#generations.isOpen ? 0 : answeringMb)
  }
}
