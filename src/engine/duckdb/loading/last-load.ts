import type { Effects } from '../../../effects.ts'

export interface Load {
  readonly endedAt: Temporal.Instant
  readonly seconds: number
  readonly succeeded: boolean
}

/** Remembers how the last load of this process went. */
export class LastLoad {
  readonly #now: Effects['now']
  #last: Load | null = null

  constructor(now: Effects['now']) {
    this.#now = now
  }

  get last(): Load | null {
    return this.#last
  }

  async timed<R>(load: () => Promise<R>): Promise<R> {
    const startedAt = this.#now()
    try {
      const result = await load()
      this.#end(startedAt, true)
      return result
    } catch (error) {
      this.#end(startedAt, false)
      throw error
    }
  }

  #end(startedAt: Temporal.Instant, succeeded: boolean): void {
    const endedAt = this.#now()
    this.#last = { endedAt, seconds: endedAt.since(startedAt).total('seconds'), succeeded }
  }
}
