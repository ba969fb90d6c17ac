import { LRUCache } from 'lru-cache'
import { Flight } from './flight.ts'
import { statementKey } from './statement-key.ts'
import type { Finished, Statement, Table } from './warehouse.ts'

/** How a statement is answered when no answer is kept. */
export interface Answerer {
  ask(statement: Statement, signal: AbortSignal, client: string | undefined): Promise<Table>
  /** Somebody else waits for it too: it comes when the turn of either comes. */
  alsoFor(statement: Statement, client: string | undefined): void
}

/** How often an answer was at hand as it goes out; and of statements, was at hand, was being computed already, or had to be. */
export type Uses = Readonly<Record<'finished' | 'kept' | 'shared' | 'computed', number>>

/**
 * Answers of one state of the data: equal statements that are asked at once are computed once, and what was computed
 * stays until another state is asked, or until others need the room. Rights are part of a statement: who may see less
 * asks another one.
 */
export class KeptAnswers {
  readonly #answerer: Answerer
  readonly #kept: LRUCache<string, Table | Finished>
  readonly #flights = new Map<string, Flight<Table>>()
  readonly #uses = { finished: 0, kept: 0, shared: 0, computed: 0 }
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
    if (kept && !isFinished(kept)) return this.#used('kept', kept)
    const flight = this.#inFlight(key)
    if (flight) this.#answerer.alsoFor(flight.statement, client)
    return this.#used(
      flight ? 'shared' : 'computed',
      (flight ?? this.#start(state, key, statement, client)).wait(signal),
    )
  }

  /** What `make` makes of tables. Who asks at once shares the tables, and makes it for himself. */
  async finished(state: number | null, key: string, make: () => Promise<Finished>): Promise<Finished> {
    this.#turnTo(state)
    const kept = this.#kept.get(key)
    if (kept && isFinished(kept)) return this.#used('finished', kept)
    const made = await make()
    if (state !== null && this.#state === state) this.#kept.set(key, made)
    return made
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

const isFinished = (kept: Table | Finished): kept is Finished => 'tag' in kept

const sizeOf = (kept: Table | Finished, key: string): number =>
  isFinished(kept) ? 2 * key.length + kept.text.length : sizeOfTable(kept, key)

const bytesOfCell = 16

/** About what a table holds: its cells and the letters in them. */
function sizeOfTable({ rows, columns }: Table, key: string): number {
  let letters = key.length
  for (const row of rows) for (const cell of row) if (typeof cell === 'string') letters += cell.length
  return 2 * letters + bytesOfCell * (rows.length + 1) * columns.length
}
