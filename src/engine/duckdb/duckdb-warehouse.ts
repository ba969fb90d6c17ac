import type { DuckDBConnection } from '@duckdb/node-api'
import type { Effects } from '../../effects.ts'
import { Refusal, storageRefusal } from '../../errors/index.ts'
import type { Fact } from '../../facts/index.ts'
import type { Gauge } from '../../gauge.ts'
import { type Model, modelWith } from '../../model/index.ts'
import type { Landed, LandedSegment } from '../landed.ts'
import type {
  LoadReport,
  MissingSegment,
  Oddity,
  QuarantinedRow,
  Statement,
  Table,
  Warehouse,
  WarehouseStatus,
} from '../warehouse.ts'
import type { Answering } from './answering.ts'
import { type Book, isPending, readBook, recordCounts } from './book.ts'
import { duckdb } from './dialect.ts'
import { buildGeneration } from './first-load.ts'
import { warehouseGauges } from './gauges.ts'
import { Generations } from './generations.ts'
import { mergeStaged, stageSegments } from './incremental-load.ts'
import { openLoader } from './instance.ts'
import { LastLoad } from './last-load.ts'
import type { Loading } from './loading.ts'
import { countOddities } from './oddities.ts'
import { quarantinedRows } from './quarantine.ts'
import { signatureOf } from './signature.ts'
import { type Sorted, SoundSegments } from './sound-segments.ts'
import type { WarehouseOptions } from './warehouse-options.ts'
import { EngineStopped, readable } from './watch.ts'

export async function openDuckDbWarehouse(
  folder: string,
  landed: Landed,
  facts: readonly Fact[],
  effects: Effects,
  options: WarehouseOptions,
): Promise<Warehouse> {
  const warehouse = new DuckDbWarehouse(new Generations(folder, effects, options), landed, facts, effects, options)
  await warehouse.open()
  return warehouse
}

class DuckDbWarehouse implements Warehouse {
  readonly dialect = duckdb
  readonly #generations: Generations
  readonly #landed: Landed
  readonly #soundness: SoundSegments
  readonly #facts: readonly Fact[]
  readonly #effects: Effects
  readonly #options: WarehouseOptions
  readonly #lastLoad: LastLoad
  /** The generation that was found damaged, until another one answers. */
  #damaged: number | null = null
  /** One load at a time. */
  #loading: Promise<unknown> = Promise.resolve()
  /** Those of the last load they were asked for. */
  #oddities: { readonly load: string; readonly counted: readonly Oddity[] } = { load: '', counted: [] }

  constructor(
    generations: Generations,
    landed: Landed,
    facts: readonly Fact[],
    effects: Effects,
    options: WarehouseOptions,
  ) {
    this.#generations = generations
    this.#landed = landed
    this.#soundness = new SoundSegments(landed)
    this.#facts = facts
    this.#effects = effects
    this.#options = options
    this.#lastLoad = new LastLoad(effects.now)
  }

  get gauges(): readonly Gauge[] {
    return warehouseGauges({
      questions: () => this.#answering.load,
      generation: () => this.#generations.number,
      pending: async () => this.#pending(await this.#book()),
      freshAt: async () => (await this.#book()).freshAt,
      lastLoad: () => this.#lastLoad.last,
      now: this.#effects.now,
    })
  }

  isReady(): boolean {
    return this.#generations.isOpen && this.#generations.number !== this.#damaged
  }

  async open(): Promise<void> {
    const readable = await this.#generations.open()
    if (readable && this.#isMadeFromLanding(await this.#book())) return
    if (this.#options.access === 'write') return void (await this.#build())
    await this.#generations.close()
    throw new Refusal('warehouse-missing', { folder: this.#generations.files.folder })
  }

  /** Landing may have been replaced, by a restore or by hand: then the last loaded segment is another one. */
  #isMadeFromLanding({ signature, loadedThrough: last, freshAt }: Book): boolean {
    const [segment] = this.#landed.segments(last - 1)
    const isThere = last === 0 || (segment?.seq === last && segment.landedAt === freshAt)
    return isThere && signature === this.#work().signature
  }

  run(statement: Statement, signal?: AbortSignal, client?: string): Promise<Table> {
    return this.#asking((answering) => answering.run(statement, signal, client))
  }

  async *stream(statement: Statement, signal?: AbortSignal, client?: string) {
    const answering = this.#answering
    try {
      yield* answering.stream(statement, signal, client)
    } catch (error) {
      if (error instanceof EngineStopped) await this.#generations.reopen(answering)
      this.#mend(error)
    }
  }

  explain(statement: Statement): Promise<string> {
    return this.#asking((answering) => answering.explain(statement))
  }

  refresh(): Promise<readonly LoadReport[]> {
    return this.#alone(() => this.#refresh())
  }

  rebuild(): Promise<readonly LoadReport[]> {
    return this.#alone(() => this.#build())
  }

  async status(): Promise<WarehouseStatus> {
    const book = await this.#book()
    return {
      generation: this.#generations.number,
      loadedThrough: book.loadedThrough,
      pending: this.#pending(book),
      freshAt: book.freshAt,
      refreshedAt: book.refreshedAt,
      quarantined: book.quarantined,
      missing: book.missing,
      records: await this.#asking(recordCounts),
      notices: [...this.#generations.notices, ...book.notices],
    }
  }

  quarantine(limit: number): Promise<readonly QuarantinedRow[]> {
    return this.#asking((answering) => quarantinedRows(answering, limit))
  }

  async oddities(): Promise<readonly Oddity[]> {
    const load = `${this.#generations.number} ${(await this.#book()).refreshedAt}`
    if (this.#oddities.load !== load) this.#oddities = { load, counted: await this.#asking(countOddities) }
    return this.#oddities.counted
  }

  async close(): Promise<void> {
    await this.#loading.catch(() => {})
    await this.#generations.close()
  }

  get #answering() {
    return this.#generations.answering
  }

  /** Asks; once more where the engine had given up over its disk. */
  async #asking<R>(ask: (answering: Answering) => Promise<R>): Promise<R> {
    const answering = this.#answering
    try {
      return await ask(answering)
    } catch (error) {
      if (!(readable(error) instanceof EngineStopped)) return this.#mend(error)
      await this.#generations.reopen(answering)
      return ask(this.#answering)
    }
  }

  #alone<R>(work: () => Promise<R>): Promise<R> {
    const { folder } = this.#generations.files
    if (this.#options.access === 'read') return Promise.reject(new Refusal('folder-read-only', { folder }))
    const turn = this.#loading
      .catch(() => {})
      .then(() => this.#lastLoad.timed(work))
      .catch((error: unknown) => {
        throw storageRefusal(error, folder)
      })
    this.#loading = turn
    return turn
  }

  async #refresh(): Promise<readonly LoadReport[]> {
    const book = await this.#book()
    const again = await this.#soundness.changed(book.missing)
    const come = this.#landed.segments().filter(({ seq }) => again.has(seq) || isPending(book, seq))
    const first = book.loaded.size === 0 && come.length > 0
    if (first || book.signature !== this.#work().signature) return this.#build()
    return this.#merge(
      come,
      book.missing.filter(({ seq }) => !again.has(seq)),
    )
  }

  /** Loads what has come; `left` are missing as before. */
  async #merge(come: readonly LandedSegment[], left: readonly MissingSegment[]): Promise<readonly LoadReport[]> {
    try {
      const work = this.#work()
      const { sound, missing } = await this.#stage(come, work)
      this.#options.step('staged')
      return await this.#mergeStaged(work, { sound, missing: [...left, ...missing] })
    } finally {
      await this.#generations.files.remove(this.#generations.files.staging)
    }
  }

  #stage(come: readonly LandedSegment[], work: Loading): Promise<Sorted> {
    const { files } = this.#generations
    return this.#sparing(come, async (sorted) => {
      await files.remove(files.staging)
      await this.#withLoader((loader) => stageSegments(loader, files.staging, work, sorted.sound))
      return sorted
    })
  }

  async #mergeStaged(work: Loading, sorted: Sorted): Promise<readonly LoadReport[]> {
    const merging = await this.#generations.connect()
    try {
      const reports = await mergeStaged(merging, this.#generations.files.staging, work, sorted, this.#options.step)
      await this.#emptyLog(merging)
      return reports
    } catch (error) {
      return this.#mend(readable(error))
    } finally {
      merging.closeSync()
    }
  }

  /** The less lies in the log, the less a bad one can cost. What cannot be written now is written next time. */
  async #emptyLog(connection: DuckDBConnection): Promise<void> {
    await connection.run('CHECKPOINT').catch((error: unknown) => {
      this.#effects.log('log of the warehouse not emptied', { error: String(error) })
    })
  }

  async #build(): Promise<readonly LoadReport[]> {
    const number = await this.#generations.next()
    const file = this.#generations.files.file(number)
    const reports = await this.#sparing(this.#landed.segments(), (sorted) => this.#write(file, sorted))
    this.#options.step('built')
    await this.#orRemoved(file, () => this.#generations.files.pointTo(number))
    this.#options.step('pointed')
    await this.#generations.swapTo(number)
    this.#options.step('swapped')
    return reports
  }

  #write(file: string, sorted: Sorted): Promise<readonly LoadReport[]> {
    return this.#orRemoved(file, () =>
      this.#withLoader((loader) => buildGeneration(loader, file, this.#work(), sorted)),
    )
  }

  /** A whole generation or no file. */
  async #orRemoved<R>(file: string, work: () => Promise<R>): Promise<R> {
    try {
      return await work()
    } catch (error) {
      await this.#generations.files.remove(file)
      throw error
    }
  }

  /** Passes the error on; when it tells of a damaged file, a new generation is made meanwhile. */
  #mend(error: unknown): never {
    if (error instanceof Refusal && error.code === 'warehouse-damaged') {
      const damaged = this.#generations.number
      this.#damaged = damaged
      this.#alone(() => this.#replace(damaged, error.cause)).catch((failure: unknown) =>
        this.#effects.log('warehouse could not be made again', { error: String(failure) }),
      )
    }
    throw error
  }

  /** Many questions may meet the same damage; the first one's care is enough. */
  async #replace(damaged: number, cause: unknown): Promise<void> {
    if (this.#generations.number !== damaged) return
    await this.#generations.setAsideCurrent(cause)
    await this.#build()
  }

  #sparing<R>(segments: readonly LandedSegment[], load: (sorted: Sorted) => Promise<R>): Promise<R> {
    return this.#soundness.sparing(segments, load, (sound) =>
      this.#withLoader((loader) => this.#soundness.spoilt(loader, sound)),
    )
  }

  async #withLoader<R>(work: (loader: DuckDBConnection) => Promise<R>): Promise<R> {
    const { folder, scratch } = this.#generations.files
    const loader = await openLoader([this.#landed.folder, folder], scratch, {
      ...this.#options,
      memoryMb: this.#options.memory.loadingMb,
    })
    try {
      return await work(loader.connection)
    } finally {
      loader.close()
    }
  }

  #pending(book: Book): number {
    return this.#landed.segments().filter(({ seq }) => isPending(book, seq)).length
  }

  #book() {
    return this.#asking(readBook)
  }

  /** The company as it is at this moment. */
  #work(): Loading {
    const model: Model = modelWith(this.#landed.customFields())
    const account = this.#landed.account()
    const facts = this.#facts
    const signature = signatureOf(model, account, facts)
    return { model, account, facts, signature, folder: this.#landed.folder, effects: this.#effects }
  }
}
