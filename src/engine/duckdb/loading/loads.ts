import type { DuckDBConnection } from '@duckdb/node-api'
import type { Effects } from '../../../effects.ts'
import type { Facts } from '../../../facts/index.ts'
import { type Model, modelWith } from '../../../model/index.ts'
import type { Landed, LandedSegment } from '../../landed.ts'
import type { LoadReport } from '../../warehouse.ts'
import type { Asking } from '../asking/asking.ts'
import { type Book, nothingTaken, readBook, takenWith } from '../generations/book.ts'
import type { Damage } from '../generations/damage.ts'
import type { Generations } from '../generations/generations.ts'
import { type Moments, readMoment } from '../generations/moments.ts'
import { readable } from '../watch.ts'
import { type Differences, differencesOf, isNothing } from './differences.ts'
import { buildGeneration } from './first-load.ts'
import { mergeStaged, stageSegments } from './incremental-load.ts'
import type { Loader } from './loader.ts'
import type { Loading } from './loading.ts'
import { madeTables } from './made-tables.ts'
import { needsGeneration, type Renewal, refilled, renewGeneration } from './renewal.ts'
import { signaturesOf } from './signature.ts'
import type { Sorted } from './sound-segments.ts'

interface Parts {
  readonly generations: Generations
  readonly landed: Landed
  readonly facts: Facts
  readonly effects: Effects
  readonly step: (name: string) => void
  readonly moments: Moments
  readonly loader: Loader
  readonly asking: Asking
  readonly damage: Damage
}

/** Rows that are in were joined with rows that are not. */
const holdsLoaded = ({ joined }: LandedSegment, { loadedThrough }: Book): boolean =>
  joined !== undefined && joined.from <= loadedThrough

/** Brings what was landed into the warehouse: what is new into the generation that answers, or all of it into the next. */
export class Loads {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /**
   * Answers from the generation that was just opened; false when it was made from something else than is landed now. Facts that
   * are made in another way by now answer as they are, until `renew` has made them anew.
   */
  async takeUp(access: 'read' | 'write'): Promise<boolean> {
    const work = this.#work()
    const book = await this.#book()
    const differences = differencesOf(book.signatures, work)
    if (differences === null || !this.#isMadeFrom(book)) return false
    const isUsable = madeTables(work.account).every(({ name }) => !differences.tables.has(name))
    if (!isUsable && access === 'read') return false
    if (!isUsable) await this.renew()
    else await this.#change(work, async () => {})
    return true
  }

  /** Makes anew what the program would make in another way than what answers, and only that. */
  async renew(): Promise<void> {
    await this.#renewed(await this.#book())
  }

  /** Loads what has come since. */
  async refresh(): Promise<readonly LoadReport[]> {
    const { landed, loader } = this.#parts
    const book = await this.#book()
    const again = await loader.changed(book.missing)
    const mended = again.size === 0 ? [] : landed.segments().filter(({ seq }) => again.has(seq))
    const come = [...mended, ...landed.segments(book.loadedThrough)]
    const work = this.#work()
    const differences = differencesOf(book.signatures, work)
    const isOther = differences === null || (book.loadedThrough === 0 && come.length > 0)
    if (isOther || mended.length < again.size || come.some((segment) => holdsLoaded(segment, book))) return this.build()
    const renewal = this.#renewal(book, differences)
    if (renewal) return (await this.#nextFrom(work, renewal)) ?? this.refresh()
    const left = book.missing.filter(({ seq }) => !again.has(seq))
    return this.#merge(come, { ...book, missing: left }, differences.columns)
  }

  /** A new generation from all that is landed. */
  async build(): Promise<readonly LoadReport[]> {
    const { generations, landed, loader, step } = this.#parts
    const number = await generations.next()
    const file = generations.files.file(number)
    const work = this.#work()
    const reports = await loader.sparing(landed.segments(), (sorted) => this.#write(file, work, sorted))
    step('built')
    await this.#takeOver(number, work)
    return reports
  }

  /** Many questions may meet the same damage; the first one's care is enough. */
  async replace(damaged: number, cause: unknown): Promise<void> {
    const { generations } = this.#parts
    if (generations.number !== damaged) return
    await generations.setAsideCurrent(cause)
    await this.build()
  }

  async #renewed(book: Book): Promise<void> {
    const work = this.#work()
    const differences = differencesOf(book.signatures, work)
    const renewal = differences && this.#renewal(book, differences)
    if (differences === null) await this.build()
    else if (renewal) await this.#nextFrom(work, renewal)
    else if (!isNothing(differences)) await this.#merge([], book, differences.columns)
  }

  /** What needs another generation than the one that answers; null where nothing does. */
  #renewal({ loadedThrough, missing }: Book, differences: Differences): Renewal | null {
    if (isNothing(differences)) return null
    const { landed, step } = this.#parts
    const without = new Set(missing.map(({ seq }) => seq))
    const segments = landed.segments().filter(({ seq }) => seq <= loadedThrough && !without.has(seq))
    const renewal = { differences, segments, step }
    return needsGeneration(renewal) ? renewal : null
  }

  /**
   * A copy of the generation that answers, with what differs made anew; all of it, which it then reports, where a file that it needs has gone bad or was joined of others,
   * or what other kinds of record are read with would be another.
   */
  async #nextFrom(work: Loading, renewal: Renewal): Promise<readonly LoadReport[] | null> {
    const { generations, loader, step } = this.#parts
    const again = [...refilled(renewal)].map(({ name }) => name)
    const needed = renewal.segments.filter(({ stream }) => again.some((name) => name === stream))
    const { missing } = await loader.sparing(needed, (sorted) => Promise.resolve(sorted))
    const isJoined = needed.some(({ joined }) => joined)
    if (missing.length > 0 || isJoined || again.includes('exchange_rate')) return this.build()
    const number = await generations.next()
    const file = generations.files.file(number)
    await loader.within(renewal.segments, (memoryMb) =>
      this.#orRemoved(file, async () => {
        await this.#copyTo(file)
        step('copied')
        await loader.run(memoryMb, (connection) => renewGeneration(connection, file, { ...work, memoryMb }, renewal))
      }),
    )
    step('renewed')
    await this.#takeOver(number, work)
    return null
  }

  /** Whoever loads has the turn, so nothing writes into the file meanwhile. */
  async #copyTo(file: string): Promise<void> {
    const { generations } = this.#parts
    const connection = await generations.connect()
    await this.#emptyLog(connection)
    connection.closeSync()
    await generations.files.copy(generations.number, file)
  }

  async #takeOver(number: number, work: Loading): Promise<void> {
    const { generations, step } = this.#parts
    await this.#orRemoved(generations.files.file(number), () => generations.files.pointTo(number))
    step('pointed')
    await this.#change(work, () => generations.swapTo(number))
    step('swapped')
  }

  /** Landing may have been replaced, by a restore or by hand: then the last segment that was taken in is another one. */
  #isMadeFrom({ loadedThrough: last, throughAt }: Book): boolean {
    const [segment] = this.#parts.landed.segments(last - 1)
    return last === 0 || (segment?.seq === last && segment.landedAt === throughAt)
  }

  /** What `before` misses is missing as before. */
  async #merge(
    come: readonly LandedSegment[],
    before: Book,
    columns: Differences['columns'],
  ): Promise<readonly LoadReport[]> {
    const { generations, step } = this.#parts
    try {
      const work = this.#work()
      const sorted = await this.#stage(come, work)
      step('staged')
      return await this.#mergeStaged(work, sorted, before, columns)
    } finally {
      await generations.files.remove(generations.files.staging)
    }
  }

  #stage(come: readonly LandedSegment[], work: Loading): Promise<Sorted> {
    const { generations, loader } = this.#parts
    const { files } = generations
    return loader.sparing(come, async (sorted) => {
      await loader.within(sorted.sound, async (memoryMb) => {
        await files.remove(files.staging)
        await loader.run(memoryMb, (connection) => stageSegments(connection, files.staging, work, sorted.sound))
      })
      return sorted
    })
  }

  async #mergeStaged(
    work: Loading,
    { sound, missing }: Sorted,
    before: Book,
    columns: Differences['columns'],
  ): Promise<readonly LoadReport[]> {
    const { generations, step, damage } = this.#parts
    const merging = await generations.connect()
    const taken = takenWith(before, { sound, missing })
    const merge = { sound, missing: [...before.missing, ...missing], taken }
    try {
      const { staging } = generations.files
      const reports = await mergeStaged(merging, staging, work, merge, columns, step, (commit) =>
        this.#change(work, commit),
      )
      await this.#emptyLog(merging)
      return reports
    } catch (error) {
      return damage.mend(readable(error))
    } finally {
      merging.closeSync()
    }
  }

  /** The less lies in the log, the less a bad one can cost. What cannot be written now is written next time. */
  async #emptyLog(connection: DuckDBConnection): Promise<void> {
    await connection.run('CHECKPOINT').catch((error: unknown) => {
      this.#parts.effects.log('log of the warehouse not emptied', { error: String(error) })
    })
  }

  #write(file: string, work: Loading, sorted: Sorted): Promise<readonly LoadReport[]> {
    const { loader } = this.#parts
    const whole = { ...sorted, taken: takenWith(nothingTaken, sorted) }
    return loader.within(sorted.sound, (memoryMb) =>
      this.#orRemoved(file, () =>
        loader.run(memoryMb, (connection) => buildGeneration(connection, file, { ...work, memoryMb }, whole)),
      ),
    )
  }

  /** A whole generation or no file. */
  async #orRemoved<R>(file: string, work: () => Promise<R>): Promise<R> {
    try {
      return await work()
    } catch (error) {
      await this.#parts.generations.files.remove(file)
      throw error
    }
  }

  #book() {
    return this.#parts.asking.read(readBook)
  }

  /** Lets readers see what a load made, and asks them to ask of it. */
  #change(work: Loading, commit: () => Promise<unknown>): Promise<void> {
    const { moments, facts, generations, landed, asking } = this.#parts
    return moments.change(commit, (load) => {
      const named = [...facts.stored, ...facts.views, ...facts.asked].map((fact) => [fact.name, fact] as const)
      const { account, revision } = work
      const company = {
        account,
        revision,
        model: work.model,
        facts: Object.fromEntries(named),
        signatures: work.signatures,
      }
      const { number: generation, notices } = generations
      const doubts = landed.doubts()
      return asking.read((reader) => readMoment(reader, { generation, notices, doubts, load }, company))
    })
  }

  /** The company as it is at this moment. */
  #work(): Loading {
    const { landed, facts, effects } = this.#parts
    const model: Model = modelWith(landed.customFields())
    const account = landed.account()
    const revision = landed.revision()
    const signatures = signaturesOf({ model, account, facts: facts.stored, revision })
    const shared = { folder: landed.folder, effects }
    return { model, account, facts: facts.stored, signatures, revision, ...shared }
  }
}
