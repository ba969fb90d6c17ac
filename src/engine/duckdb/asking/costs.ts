import { statementKey } from '../../statement-key.ts'
import type { Statement } from '../../warehouse.ts'
import type { Lane } from './queue.ts'

const runsKept = 5

/**
 * What statements cost, from how long they took before. The quickest of the last runs counts, for the others were slow
 * because of their neighbours. What was never asked like this is as quick as anything of its shape was.
 */
export class Costs {
  readonly #most: number
  readonly #runs = new Map<string, readonly number[]>()

  constructor(most: number) {
    this.#most = most
  }

  laneOf(statement: Statement, slowAfterMs: number): Lane {
    const runs = this.#runs.get(statementKey(statement)) ?? this.#runs.get(statement.sql) ?? [0]
    return Math.min(...runs) > slowAfterMs ? 'slow' : 'quick'
  }

  took(statement: Statement, ms: number): void {
    this.#keep(statementKey(statement), ms)
    this.#keep(statement.sql, ms)
  }

  /** What was asked longest ago is forgotten first. */
  #keep(key: string, ms: number): void {
    const before = this.#runs.get(key) ?? []
    this.#runs.delete(key)
    this.#runs.set(key, [...before, ms].slice(-runsKept))
    const [oldest] = this.#runs.keys()
    if (this.#runs.size > this.#most && oldest !== undefined) this.#runs.delete(oldest)
  }
}
