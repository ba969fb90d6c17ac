import {
  type DuckDBConnection,
  type DuckDBDataChunk,
  type DuckDBInstance,
  type DuckDBPreparedStatement,
  StatementType,
} from '@duckdb/node-api'
import type { Batches, Read, Statement, Table, Value } from '../../warehouse.ts'
import { bind, fromDuckDb } from '../values.ts'
import { watched } from '../watch.ts'
import { Costs } from './costs.ts'
import { type Asker, displaced, Gate, type Pass } from './gate.ts'
import { type Line, placesOf } from './line.ts'
import type { Lane } from './queue.ts'

export interface AnsweringLimits extends Line {
  readonly timeMs: number
}

type Rows = readonly (readonly Value[])[]

/** The engine's own questions take turns with those of the clients. */
const ourselves = 'plumbline'

/** Statements whose cost is remembered. */
const statementsKnown = 2000

/** A connection to ask on, until the place is wanted back. */
interface Seat {
  readonly connection: DuckDBConnection
  readonly displaced: AbortSignal
}

/** Asks one locked instance, on a few connections that are kept. */
export class Answering {
  readonly #instance: DuckDBInstance
  readonly #limits: AnsweringLimits
  readonly #questions: Gate
  readonly #downloads: Gate
  readonly #costs: Costs
  readonly #idle: DuckDBConnection[] = []
  readonly #asked = new Set<Promise<void>>()

  constructor(instance: DuckDBInstance, limits: AnsweringLimits) {
    const { questions, downloads } = placesOf(limits)
    this.#instance = instance
    this.#limits = limits
    this.#questions = new Gate(questions)
    this.#downloads = new Gate(downloads)
    this.#costs = new Costs(statementsKnown)
  }

  get load(): { readonly running: number; readonly waiting: number } {
    const [questions, downloads] = [this.#questions, this.#downloads]
    return { running: questions.running + downloads.running, waiting: questions.waiting + downloads.waiting }
  }

  async run(statement: Statement, signal?: AbortSignal, client = ourselves): Promise<Table> {
    const since = performance.now()
    const ask = (lane: Lane) =>
      this.#asking({ client, lane, since, statement }, signal, (at) => this.#answer(at, statement, signal))
    const lane = this.#costs.laneOf(statement, this.#questions.slowAfterMs)
    const rows = await ask(lane).catch((error: unknown) => {
      if (error !== displaced) throw error
      return ask('slow')
    })
    return { columns: statement.columns, rows }
  }

  /** A statement that waits comes as well when the turn of another client comes. */
  alsoFor(statement: Statement, client = ourselves): void {
    this.#questions.alsoFor(statement, client)
  }

  /** One transaction sees one state of the data. */
  async *reading<R>(read: Read<R>, signal?: AbortSignal, client = ourselves): AsyncGenerator<R> {
    const end = this.#begin()
    try {
      const connection = await this.#connection()
      try {
        await connection.run('BEGIN TRANSACTION')
        yield* read((statement) => this.#batches(connection, statement, signal, client))
      } finally {
        connection.closeSync()
      }
    } finally {
      end()
    }
  }

  /** The clock runs while the engine works, not while the reader reads. */
  async *#batches(
    connection: DuckDBConnection,
    statement: Statement,
    signal: AbortSignal | undefined,
    client: string,
  ): Batches & AsyncGenerator<Rows> {
    const { leave } = await this.#enter(this.#downloads, { client, lane: 'quick' }, signal)
    const watch = <R>(work: () => Promise<R>) => watched(connection, this.#limits.timeMs, signal, work)
    try {
      const result = await watch(async () => (await prepared(connection, statement)).stream())
      for (;;) {
        const chunk = await watch(() => result.fetchChunk())
        if (chunk === null || chunk.rowCount === 0) return
        yield chunkRows(chunk)
      }
    } finally {
      leave()
    }
  }

  explain(statement: Statement): Promise<string> {
    return this.#asking({ client: ourselves, lane: 'quick' }, undefined, async ({ connection }) => {
      ;(await prepared(connection, statement)).destroySync()
      const explaining = await connection.prepare(`EXPLAIN ${statement.sql}`)
      bind(explaining, statement.values)
      const [plan] = await (await explaining.run()).getRows()
      return String(plan?.[1])
    })
  }

  /** Waits until the last asker has its answer, then lets the file go. */
  async close(): Promise<void> {
    await Promise.all(this.#asked)
    for (const connection of this.#idle) connection.closeSync()
    this.#instance.closeSync()
  }

  /** What took long before it was displaced counts as long as it took. */
  async #answer({ connection, displaced }: Seat, statement: Statement, signal?: AbortSignal): Promise<Rows> {
    const started = performance.now()
    const stop = signal ? AbortSignal.any([signal, displaced]) : displaced
    try {
      return await watched(connection, this.#limits.timeMs, stop, () => answerRows(connection, statement))
    } finally {
      if (!signal?.aborted) this.#costs.took(statement, performance.now() - started)
    }
  }

  async #asking<R>(asker: Asker, signal: AbortSignal | undefined, ask: (seat: Seat) => Promise<R>): Promise<R> {
    const { leave, displaced } = await this.#enter(this.#questions, asker, signal)
    try {
      const connection = await this.#connection()
      try {
        return await ask({ connection, displaced })
      } finally {
        this.#idle.push(connection)
      }
    } finally {
      leave()
    }
  }

  async #enter(gate: Gate, asker: Asker, signal?: AbortSignal): Promise<Pass> {
    const end = this.#begin()
    const pass = await gate.enter(asker, signal).catch((error: unknown) => {
      end()
      throw error
    })
    const leave = () => {
      pass.leave()
      end()
    }
    return { ...pass, leave }
  }

  /** Whoever closes waits until what this gives back is called. */
  #begin(): () => void {
    const done = Promise.withResolvers<void>()
    this.#asked.add(done.promise)
    return () => {
      this.#asked.delete(done.promise)
      done.resolve()
    }
  }

  async #connection(): Promise<DuckDBConnection> {
    return this.#idle.pop() ?? (await this.#instance.connect())
  }
}

async function answerRows(connection: DuckDBConnection, statement: Statement): Promise<Rows> {
  const ready = await prepared(connection, statement)
  try {
    const chunks = await (await ready.run()).fetchAllChunks()
    return chunks.flatMap(chunkRows)
  } finally {
    ready.destroySync()
  }
}

/** Prepared and bound, and sure to read only. */
async function prepared(connection: DuckDBConnection, statement: Statement): Promise<DuckDBPreparedStatement> {
  const ready = await connection.prepare(statement.sql)
  if (ready.statementType !== StatementType.SELECT) throw new Error(`not a statement that reads: ${statement.sql}`)
  bind(ready, statement.values)
  return ready
}

function chunkRows(chunk: DuckDBDataChunk): Rows {
  const columns = Array.from({ length: chunk.columnCount }, (_, index) => chunk.getColumnValues(index).map(fromDuckDb))
  return Array.from({ length: chunk.rowCount }, (_, row) => columns.map((column) => column[row] ?? null))
}
