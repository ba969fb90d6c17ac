import { setTimeout as sleep } from 'node:timers/promises'
import type { Kind, Victim } from './kind.ts'
import { luck } from './luck.ts'

/** One kill in so many comes while the process is still opening its folder. */
const early = 5

/** Chooses when to kill: after some writes, at any moment of the next one. How long a write takes here is learnt meanwhile. */
export class Moments {
  readonly #kind: Kind
  readonly #seed: number
  #run = 0
  #openingMs = 0
  #writeMs = 0

  constructor(kind: Kind, seed: number) {
    this.#kind = kind
    this.#seed = seed
  }

  /** Resolves at the moment to kill. The first run is left to open and to write once, to learn from. */
  async next(victim: Victim): Promise<void> {
    this.#run += 1
    if (this.#run === 1) return this.#learn(victim)
    const share = this.#luck('share')
    if (this.#luck('early') < 1 / early) return this.#within(victim.writing, share * this.#openingMs)
    await victim.writing
    await victim.until(Math.floor(this.#luck('writes') * (this.#kind.mostWrites + 1)))
    await sleep(share * this.#writeMs)
  }

  async #learn(victim: Victim): Promise<void> {
    const started = performance.now()
    await victim.writing
    const opened = performance.now()
    await victim.until(1)
    this.#openingMs = opened - started
    this.#writeMs = performance.now() - opened
  }

  /** Whichever comes first. */
  async #within(other: Promise<void>, ms: number): Promise<void> {
    await Promise.race([other, sleep(ms)])
  }

  #luck(topic: string): number {
    return luck(this.#seed, this.#kind.name, this.#run, topic)
  }
}
