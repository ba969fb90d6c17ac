import type { Effects } from '../../../effects.ts'
import { Refusal, storageRefusal } from '../../../errors/index.ts'
import { LastLoad } from './last-load.ts'

/** Who may load, one after the other. */
export class Turns {
  readonly #folder: string
  readonly #access: 'read' | 'write'
  readonly #lastLoad: LastLoad
  #last: Promise<unknown> = Promise.resolve()

  constructor(folder: string, access: 'read' | 'write', now: Effects['now']) {
    this.#folder = folder
    this.#access = access
    this.#lastLoad = new LastLoad(now)
  }

  get lastLoad() {
    return this.#lastLoad.last
  }

  /** Loads in its turn. */
  load<R>(work: () => Promise<R>): Promise<R> {
    if (this.#access === 'read') return Promise.reject(new Refusal('folder-read-only', { folder: this.#folder }))
    return this.take(() => this.#lastLoad.timed(work)).catch((error: unknown) => {
      throw storageRefusal(error, this.#folder)
    })
  }

  /** Does what no load may come into. */
  take<R>(work: () => Promise<R>): Promise<R> {
    const turn = this.#last.catch(() => {}).then(work)
    this.#last = turn
    return turn
  }

  /** Once all have had their turn. */
  async over(): Promise<void> {
    await this.#last.catch(() => {})
  }
}
