import type { Read } from '../../warehouse.ts'
import type { Damage } from '../generations/damage.ts'
import type { Generations } from '../generations/generations.ts'
import { type Reader, readerOn } from '../reader.ts'
import { EngineStopped, readable } from '../watch.ts'
import type { Answering } from './answering.ts'

/** Asks the generation that answers, whichever that is, and sees to it when it cannot. */
export class Asking {
  readonly #generations: Generations
  readonly #damage: Damage

  constructor(generations: Generations, damage: Damage) {
    this.#generations = generations
    this.#damage = damage
  }

  /** Once more where the engine had given up over its disk. */
  async ask<R>(ask: (answering: Answering) => Promise<R>): Promise<R> {
    const { answering } = this.#generations
    try {
      return await ask(answering)
    } catch (error) {
      if (!(readable(error) instanceof EngineStopped)) return this.#damage.mend(error)
      await this.#generations.reopen(answering)
      return ask(this.#generations.answering)
    }
  }

  async *reading<R>(read: Read<R>, signal?: AbortSignal, client?: string) {
    const { answering } = this.#generations
    try {
      yield* answering.reading(read, signal, client)
    } catch (error) {
      if (error instanceof EngineStopped) await this.#generations.reopen(answering)
      this.#damage.mend(error)
    }
  }

  /** On a connection of its own, so that it waits behind no question. */
  read<R>(read: (reader: Reader) => Promise<R>): Promise<R> {
    return this.ask(async () => {
      const connection = await this.#generations.connect()
      try {
        return await read(readerOn(connection))
      } finally {
        connection.closeSync()
      }
    })
  }
}
