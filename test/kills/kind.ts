import type { Found } from './mark.ts'

/** A process that writes and is going to be killed. */
export interface Victim {
  /** The writes that it has acknowledged so far. */
  readonly acknowledged: readonly number[]
  /** Resolves when writing has begun, or the process has ended by itself. */
  readonly writing: Promise<void>
  /** Resolves when so many writes are acknowledged, or the process has ended by itself. */
  until(acknowledged: number): Promise<void>
  /** Kills it, and waits until all that it said was heard; false when it had ended by itself. */
  kill(): Promise<boolean>
}

/** A kind of writing that is killed at random, again and again. */
export interface Kind {
  readonly name: string
  /** Each run is killed before it has acknowledged one more than so many writes. */
  readonly mostWrites: number
  /** Starts a process whose first write has this number, and whose writes are numbered on from there. */
  start(folder: string, first: number): Promise<Victim>
  /** What is there now, and what is wrong beside rows that are lost, torn or doubled. */
  look(folder: string, acknowledged: number): Promise<Look>
}

export interface Look extends Found {
  readonly wrong: readonly string[]
}
