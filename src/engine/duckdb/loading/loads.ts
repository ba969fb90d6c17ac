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
import { buildGeneration } from './first-load.ts'
import { mergeStaged, stageSegments } from './incremental-load.ts'
import type { Loader } from './loader.ts'
import type { Loading } from './loading.ts'
import { signatureOf } from './signature.ts'
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

  /** Answers from the generation that was just opened; false when it was made from something else than is landed now. */
  async takeUp(): Promise<boolean> {
    const work = this.#work()
    if (!this.#isMadeFrom(work, await this.#book())) return false
    await this.#change(work, async () => {})
    return true
  }

  /** Loads what has come since. */
  async refresh(): Promise<readonly LoadReport[]> {
    const { landed, loader } = this.#parts
    const book = await this.#book()
    const again = await loader.changed(book.missing)
    const mended = again.size === 0 ? [] : landed.segments().filter(({ seq }) => again.has(seq))
    const come = [...mended, ...landed.segments(book.loadedThrough)]
    const first = book.loadedThrough === 0 && come.length > 0
    const isOther = first || book.signature !== this.#work().signature
    if (isOther || mended.length < again.size || come.some((segment) => holdsLoaded(segment, book))) return this.build()
    const left = book.missing.filter(({ seq }) => !again.has(seq))
    return this.#merge(come, { ...book, missing: left })
  }

  /** A new generation from all that is landed. */
  async build(): Promise<readonly LoadReport[]> {
    const { generations, landed, loader, step } = this.#parts
    const number = await generations.next()
    const file = generations.files.file(number)
    const work = this.#work()
    const reports = await loader.sparing(landed.segments(), (sorted) => this.#write(file, work, sorted))
    step('built')
    await this.#orRemoved(file, () => generations.files.pointTo(number))
    step('pointed')
    await this.#change(work, () => generations.swapTo(number))
    step('swapped')
    return reports
  }

  /** Many questions may meet the same damage; the first one's care is enough. */
  async replace(damaged: number, cause: unknown): Promise<void> {
    const { generations } = this.#parts
    if (generations.number !== damaged) return
    await generations.setAsideCurrent(cause)
    await this.build()
  }

  /** Landing may have been replaced, by a restore or by hand: then the last segment that was taken in is another one. */
  #isMadeFrom(work: Loading, { signature, loadedThrough: last, throughAt }: Book): boolean {
    const [segment] = this.#parts.landed.segments(last - 1)
    const isThere = last === 0 || (segment?.seq === last && segment.landedAt === throughAt)
    return isThere && signature === work.signature
  }

  /** What `before` misses is missing as before. */
  async #merge(come: readonly LandedSegment[], before: Book): Promise<readonly LoadReport[]> {
    const { generations, step } = this.#parts
    try {
      const work = this.#work()
      const sorted = await this.#stage(come, work)
      step('staged')
      return await this.#mergeStaged(work, sorted, before)
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

  async #mergeStaged(work: Loading, { sound, missing }: Sorted, before: Book): Promise<readonly LoadReport[]> {
    const { generations, step, damage } = this.#parts
    const merging = await generations.connect()
    const taken = takenWith(before, { sound, missing })
    const merge = { sound, missing: [...before.missing, ...missing], taken }
    try {
      const reports = await mergeStaged(merging, generations.files.staging, work, merge, step, (commit) =>
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
      const company = { account, revision, model: { ...work.model, ...Object.fromEntries(named) } }
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
    const signature = signatureOf(model, account, facts.stored, revision)
    const shared = { folder: landed.folder, effects }
    return { model, account, facts: facts.stored, signature, revision, ...shared }
  }
}
