import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { Effects } from '../../effects.ts'
import { Answering } from './answering.ts'
import { readBook } from './book.ts'
import { GenerationFiles } from './generation-files.ts'
import { openLocked } from './instance.ts'
import type { WarehouseOptions } from './warehouse-options.ts'

interface Generation {
  readonly number: number
  readonly instance: DuckDBInstance
  readonly answering: Answering
}

/** Which generation answers, and how the next one takes its place. */
export class Generations {
  readonly files: GenerationFiles
  /** What happened to files since this process started. */
  readonly notices: string[] = []
  readonly #effects: Effects
  readonly #options: WarehouseOptions
  #current: Generation | null = null
  /** Old generations that still answer. */
  readonly #leaving = new Set<Promise<void>>()

  constructor(folder: string, effects: Effects, options: WarehouseOptions) {
    this.files = new GenerationFiles(folder)
    this.#effects = effects
    this.#options = options
  }

  /** Opens the one that answered last; false when there is none, or none that can be read. */
  async open(): Promise<boolean> {
    const number = await this.files.current()
    if (this.#options.access === 'write') {
      await this.files.make()
      await this.files.removeAllBut(number)
    }
    if (number === null) return false
    try {
      this.#current = await this.#openFile(number)
      await readBook(this.answering)
      return true
    } catch (error) {
      if (this.#options.access === 'write') await this.#setAside(number, error)
      this.#current = null
      return false
    }
  }

  get isOpen(): boolean {
    return this.#current !== null
  }

  get number(): number {
    return this.#open.number
  }

  get answering(): Answering {
    return this.#open.answering
  }

  connect(): Promise<DuckDBConnection> {
    return this.#open.instance.connect()
  }

  /** The number that the next one gets. */
  async next(): Promise<number> {
    return (await this.files.newest()) + 1
  }

  /** New questions go to the new generation; the old one goes once its last question is answered. */
  async swapTo(number: number): Promise<void> {
    const old = this.#current
    this.#current = await this.#openFile(number)
    if (old === null) return
    const gone = old.answering.close().then(() => this.files.remove(this.files.file(old.number)))
    this.#leaving.add(gone)
    gone.finally(() => this.#leaving.delete(gone))
  }

  /** Keeps the file for whoever wants to know; it goes on answering what it can. */
  setAsideCurrent(error: unknown): Promise<void> {
    return this.#setAside(this.number, error)
  }

  async close(): Promise<void> {
    await Promise.all(this.#leaving)
    await this.#current?.answering.close()
    this.#current = null
  }

  get #open(): Generation {
    if (this.#current === null) throw new Error('the warehouse is closed')
    return this.#current
  }

  async #openFile(number: number): Promise<Generation> {
    const { staging, scratch } = this.files
    const instance = await openLocked(this.files.file(number), staging, scratch, this.#options)
    return { number, instance, answering: new Answering(instance, this.#options) }
  }

  async #setAside(number: number, error: unknown): Promise<void> {
    const aside = await this.files.setAside(number, this.#effects.now())
    this.notices.push(`The warehouse file could not be read. It was set aside as ${aside} and made again from landing.`)
    this.#effects.log('warehouse file set aside', { aside, error: String(error) })
  }
}
