import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { Effects } from '../../../effects.ts'
import { Refusal, storageRefusal } from '../../../errors/index.ts'
import { Answering } from '../asking/answering.ts'
import { filesWithin, type WarehouseOptions } from '../warehouse-options.ts'
import { readBook } from './book.ts'
import { GenerationFiles } from './generation-files.ts'
import { openLocked } from './instance.ts'

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
  #reopening: Promise<void> | null = null
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
      refuseWithoutDisk(error, this.files.folder)
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
    this.#leave(old.answering.close().then(() => this.files.remove(this.files.file(old.number))))
  }

  /** Opens the file anew after its engine gave up; whoever comes later finds it open. What still reads the old one may go on. */
  reopen(stopped: Answering): Promise<void> {
    if (this.answering !== stopped) return Promise.resolve()
    this.#reopening ??= this.#reopened().finally(() => {
      this.#reopening = null
    })
    return this.#reopening
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
    const { staging } = this.files
    const instance = await openLocked(this.files.file(number), staging, this.#scratch(), {
      ...this.#options,
      memoryMb: this.#options.memory.answeringMb,
    })
    return {
      number,
      instance,
      answering: new Answering(instance, { ...this.#options, filesAtOnce: filesWithin(this.#options) }),
    }
  }

  /** Who only reads puts nothing into the folder. */
  #scratch(): string {
    return this.#options.access === 'write' ? this.files.scratch : join(tmpdir(), `plumbline-scratch-${process.pid}`)
  }

  async #reopened(): Promise<void> {
    const { number, answering } = this.#open
    this.#current = await this.#openFile(number)
    this.#leave(answering.close())
    this.#effects.log('warehouse opened again, because its engine could not write', { number })
  }

  #leave(gone: Promise<void>): void {
    this.#leaving.add(gone)
    gone.finally(() => this.#leaving.delete(gone))
  }

  async #setAside(number: number, error: unknown): Promise<void> {
    const aside = await this.files.setAside(number, this.#effects.now())
    this.notices.push(`The warehouse file could not be read. It was set aside as ${aside} and made again from landing.`)
    this.#effects.log('warehouse file set aside', { aside, error: String(error) })
  }
}

/** A disk that is full or cannot be written says nothing about the file. */
function refuseWithoutDisk(error: unknown, folder: string): void {
  const refused = storageRefusal(error, folder)
  if (refused instanceof Refusal && refused !== error) throw refused
}
