import type { DuckDBConnection } from '@duckdb/node-api'
import type { Effects } from '../../effects.ts'
import { Refusal, storageRefusal } from '../../errors/index.ts'
import type { AskedFact, Fact } from '../../facts/index.ts'
import type { Gauge } from '../../gauge.ts'
import { type Model, modelWith } from '../../model/index.ts'
import { KeptAnswers } from '../kept-answers.ts'
import type { Landed, LandedSegment } from '../landed.ts'
import type {
  LoadReport,
  MissingSegment,
  Moment,
  Oddity,
  QuarantinedRow,
  Statement,
  Table,
  Warehouse,
  WarehouseStatus,
} from '../warehouse.ts'
import type { Answering } from './answering.ts'
import { type Book, isPending, readBook } from './book.ts'
import { duckdb } from './dialect.ts'
import { buildGeneration } from './first-load.ts'
import { warehouseGauges } from './gauges.ts'
import { Generations } from './generations.ts'
import { mergeStaged, stageSegments } from './incremental-load.ts'
import { openLoader } from './instance.ts'
import { LastLoad } from './last-load.ts'
import type { Loading } from './loading.ts'
import { Moments, readMoment } from './moments.ts'
import { countOddities } from './oddities.ts'
import { quarantinedRows } from './quarantine.ts'
import { type Reader, readerOn } from './reader.ts'
import { signatureOf } from './signature.ts'
import { type Sorted, SoundSegments } from './sound-segments.ts'
import type { WarehouseOptions } from './warehouse-options.ts'
import { EngineStopped, loadingRefusal, readable } from './watch.ts'

/** Facts that are stored, in the order of their making, and facts that each question makes. */
export interface Facts {
  readonly stored: readonly Fact[]
  readonly asked: readonly AskedFact[]
}

export async function openDuckDbWarehouse(
  folder: string,
  landed: Landed,
  facts: Facts,
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
  readonly #facts: Facts
  readonly #effects: Effects
  readonly #options: WarehouseOptions
  readonly #lastLoad: LastLoad
  /** The generation that was found damaged, until another one answers. */
  #damaged: number | null = null
  /** One load at a time. */
  #loading: Promise<unknown> = Promise.resolve()
  readonly #moments = new Moments()
  readonly #answers: KeptAnswers
  /** Those of the last moment they were asked for. */
  #oddities: { readonly of: Moment | null; readonly counted: Promise<readonly Oddity[]> } = {
    of: null,
    counted: Promise.resolve([]),
  }

  constructor(generations: Generations, landed: Landed, facts: Facts, effects: Effects, options: WarehouseOptions) {
    this.#generations = generations
    this.#landed = landed
    this.#soundness = new SoundSegments(landed)
    this.#facts = facts
    this.#effects = effects
    this.#options = options
    this.#lastLoad = new LastLoad(effects.now)
    const ask = (statement: Statement, signal: AbortSignal, client?: string) =>
      this.#asking((answering) => answering.run(statement, signal, client))
    const alsoFor = (statement: Statement, client?: string) => this.#answering.alsoFor(statement, client)
    this.#answers = new KeptAnswers({ ask, alsoFor }, options.memory.answersMb)
  }

  get gauges(): readonly Gauge[] {
    return warehouseGauges({
      questions: () => this.#answering.load,
      answers: () => this.#answers,
      budget: this.#options.memory,
      generation: () => this.#generations.number,
      pending: async () => this.pending(),
      freshAt: async () => this.moment().freshAt,
      lastLoad: () => this.#lastLoad.last,
      now: this.#effects.now,
    })
  }

  isReady(): boolean {
    return this.#generations.isOpen && this.#generations.number !== this.#damaged
  }

  async open(): Promise<void> {
    const readable = await this.#generations.open()
    if (readable && this.#isMadeFromLanding(await this.#book())) return this.#change(this.#work(), async () => {})
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
    return this.#answers.answer(this.#moments.state, statement, signal, client)
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

  moment(): Moment {
    return this.#moments.newest
  }

  /** Segments are loaded in the order of landing; a later one than the last is in or missing as well. */
  pending(): number {
    const { loadedThrough, missing } = this.moment()
    return this.#landed.landedAfter(missing.reduce((last, { seq }) => Math.max(last, seq), loadedThrough))
  }

  async ofOneLoad<R>(make: (moment: Moment) => Promise<R>): Promise<R> {
    for (let tries = 0; tries < 2; tries += 1) {
      const quiet = await this.#moments.undisturbed(make)
      if (quiet) return quiet.made
    }
    return this.#inTurn(() => make(this.moment()))
  }

  async status(): Promise<WarehouseStatus> {
    return { ...this.moment(), pending: this.pending() }
  }

  quarantine(limit: number): Promise<readonly QuarantinedRow[]> {
    return this.#asking((answering) => quarantinedRows(answering, limit))
  }

  oddities(): Promise<readonly Oddity[]> {
    const of = this.moment()
    if (this.#oddities.of !== of) this.#countOddities(of)
    return this.#oddities.counted
  }

  /** A count that failed is not kept. */
  #countOddities(of: Moment): void {
    const counted = this.#asking(countOddities)
    this.#oddities = { of, counted }
    counted.catch(() => {
      if (this.#oddities.of === of) this.#oddities = { of: null, counted: Promise.resolve([]) }
    })
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
    return this.#inTurn(() => this.#lastLoad.timed(work)).catch((error: unknown) => {
      throw storageRefusal(error, folder)
    })
  }

  #inTurn<R>(work: () => Promise<R>): Promise<R> {
    const turn = this.#loading.catch(() => {}).then(work)
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
      const reports = await mergeStaged(
        merging,
        this.#generations.files.staging,
        work,
        sorted,
        this.#options.step,
        (commit) => this.#change(work, commit),
      )
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
    const work = this.#work()
    const reports = await this.#sparing(this.#landed.segments(), (sorted) => this.#write(file, work, sorted))
    this.#options.step('built')
    await this.#orRemoved(file, () => this.#generations.files.pointTo(number))
    this.#options.step('pointed')
    await this.#change(work, () => this.#generations.swapTo(number))
    this.#options.step('swapped')
    return reports
  }

  #write(file: string, work: Loading, sorted: Sorted): Promise<readonly LoadReport[]> {
    return this.#orRemoved(file, () => this.#withLoader((loader) => buildGeneration(loader, file, work, sorted)))
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
    const memoryMb = this.#loadingMb
    const loader = await openLoader([this.#landed.folder, folder], scratch, {
      ...this.#options,
      memoryMb,
    })
    try {
      return await work(loader.connection)
    } catch (error) {
      throw loadingRefusal(error, memoryMb)
    } finally {
      loader.close()
    }
  }

  #book() {
    return this.#reading(readBook)
  }

  /** On a connection of its own, so that it waits behind no question. */
  #reading<R>(read: (reader: Reader) => Promise<R>): Promise<R> {
    return this.#asking(async () => {
      const connection = await this.#generations.connect()
      try {
        return await read(readerOn(connection))
      } finally {
        connection.closeSync()
      }
    })
  }

  /** Lets readers see what a load made, and asks them to ask of it. */
  #change(work: Loading, commit: () => Promise<unknown>): Promise<void> {
    return this.#moments.change(commit, (load) => {
      const facts = [...this.#facts.stored, ...this.#facts.asked].map((fact) => [fact.name, fact] as const)
      const company = { account: work.account, model: { ...work.model, ...Object.fromEntries(facts) } }
      const { number: generation, notices } = this.#generations
      const doubts = this.#landed.doubts()
      return this.#reading((reader) => readMoment(reader, { generation, notices, doubts, load }, company))
    })
  }

  /** While nothing answers its share is free. */
  get #loadingMb(): number {
    const { loadingMb, answeringMb } = this.#options.memory
    return loadingMb + (this.#generations.isOpen ? 0 : answeringMb)
  }

  /** The company as it is at this moment. */
  #work(): Loading {
    const model: Model = modelWith(this.#landed.customFields())
    const account = this.#landed.account()
    const facts = this.#facts.stored
    const signature = signatureOf(model, account, facts)
    const shared = { folder: this.#landed.folder, effects: this.#effects, memoryMb: this.#loadingMb }
    return { model, account, facts, signature, ...shared }
  }
}
