import type { Effects } from '../../../effects.ts'
import { Refusal } from '../../../errors/index.ts'
import type { Generations } from './generations.ts'

/** Sees in an error that the file is damaged, and has another generation made meanwhile. */
export class Damage {
  readonly #generations: Generations
  readonly #log: Effects['log']
  readonly #makeAgain: (damaged: number, cause: unknown) => Promise<unknown>
  /** The generation that was found damaged, until another one answers. */
  #damaged: number | null = null

  constructor(
    generations: Generations,
    log: Effects['log'],
    makeAgain: (damaged: number, cause: unknown) => Promise<unknown>,
  ) {
    this.#generations = generations
    this.#log = log
    this.#makeAgain = makeAgain
  }

  get isThere(): boolean {
    return this.#generations.number === this.#damaged
  }

  /** Throws the error on. */
  mend(error: unknown): never {
    if (error instanceof Refusal && error.code === 'warehouse-damaged') {
      const damaged = this.#generations.number
      this.#damaged = damaged
      this.#makeAgain(damaged, error.cause).catch((failure: unknown) =>
        this.#log('warehouse could not be made again', { error: String(failure) }),
      )
    }
    throw error
  }
}
