import { LRUCache } from 'lru-cache'
import { Flight } from './flight.ts'
import { statementKey } from './statement-key.ts'
import type { Statement, Table } from './warehouse.ts'

/** How a statement is answered when no answer is kept. */
export interface Answerer {
  ask(statement: Statement, signal: AbortSignal, client: string | undefined): Promise<Table>
  /** Somebody else waits for it too: it comes when the turn of either comes. */
  alsoFor(statement: Statement, client: string | undefined): void
}

/** How often an answer was at hand, was being computed already, or had to be computed. */
export type Uses = Readonly<Record<'kept' | 'shared' | 'computed', number>>

/**
 * Answers of one state of the data: equal statements that are asked at once are computed once, and what was computed
 * stays until another state is asked, or until others need the room. Rights are part of a statement: who may see less
 * asks another one.
 */
export class KeptAnswers {
  readonly #answerer: Answerer
  readonly #kept: LRUCache<string, Table>
  readonly #flights = new Map<string, Flight<Table>>()
  readonly #uses = { kept: 0, shared: 0, computed: 0 }
  #state: number | null = null

  constructor(answerer: Answerer, megabytes: number) {
    const maxSize = megabytes * 1e6
    this.#answerer = answerer
    this.#kept = new LRUCache({ maxSize, maxEntrySize: maxSize / 8, sizeCalculation: sizeOf })
  }

  get uses(): Uses {
    return { ...this.#uses }
  }

  get bytes(): number {
    return this.#kept.calculatedSize
  }

  /** `state` is what the data are in, or null while they change: then nothing is kept or shared. */
  async answer(state: number | null, statement: Statement, signal?: AbortSignal, client?: string): Promise<Table> {
    signal?.throwIfAborted()
    this.#turnTo(state)
    const key = statementKey(statement)
    const kept = this.#kept.get(key)
    if (kept) return this.#used('kept', kept)
    const flight = this.#inFlight(key)
    if (flight) this.#answerer.alsoFor(flight.statement, client)
    return this.#used(
      flight ? 'shared' : 'computed',
      (flight ?? this.#start(state, key, statement, client)).wait(signal),
    )
  }

  #inFlight(key: string): Flight<Table> | null {
    const flight = this.#flights.get(key)
    return flight && !flight.isAbandoned ? flight : null
  }

  #used<R>(how: keyof Uses, answer: R): R {
    this.#uses[how] += 1
    return answer
  }

  /** Of another state nothing is true any more; what is being computed is still its asker's. */
  #turnTo(state: number | null): void {
    if (state !== null && state === this.#state) return
    this.#state = state
    this.#kept.clear()
    this.#flights.clear()
  }

  #start(state: number | null, key: string, statement: Statement, client: string | undefined): Flight<Table> {
    const flight = new Flight(statement, (signal) => this.#answerer.ask(statement, signal, client))
    if (state === null) return flight
    this.#flights.set(key, flight)
    flight.ended.then((table) => {
      if (this.#flights.get(key) !== flight) return
      this.#flights.delete(key)
      if (table && this.#state === state) this.#kept.set(key, table)
    })
    return flight
  }
}

const bytesOfCell = 16

/** About what a table holds: its cells and the letters in them. */
function sizeOf({ rows, columns }: Table, key: string): number {
  let letters = key.length
  for (const row of rows) for (const cell of row) if (typeof cell === 'string') letters += cell.length
  return 2 * letters + bytesOfCell * (rows.length + 1) * columns.length
}
