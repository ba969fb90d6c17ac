import {
  type DuckDBConnection,
  type DuckDBDataChunk,
  type DuckDBInstance,
  type DuckDBPreparedStatement,
  StatementType,
} from '@duckdb/node-api'
import type { Statement, Table, Value } from '../warehouse.ts'
import { Gate } from './gate.ts'
import { bind, fromDuckDb } from './values.ts'
import { watched } from './watch.ts'

export interface AnsweringLimits {
  readonly atOnce: number
  readonly timeMs: number
}

type Rows = readonly (readonly Value[])[]

/** Files that are downloaded at once, beside the questions. */
const downloads = 2

/** Asks one locked instance, on a few connections that are kept. */
export class Answering {
  readonly #instance: DuckDBInstance
  readonly #limits: AnsweringLimits
  readonly #questions: Gate
  readonly #downloads = new Gate(downloads)
  readonly #idle: DuckDBConnection[] = []
  readonly #asked = new Set<Promise<void>>()

  constructor(instance: DuckDBInstance, limits: AnsweringLimits) {
    this.#instance = instance
    this.#limits = limits
    this.#questions = new Gate(limits.atOnce)
  }

  run(statement: Statement, signal?: AbortSignal): Promise<Table> {
    return this.#asking(this.#questions, signal, (connection) =>
      watched(connection, this.#limits.timeMs, signal, async () => ({
        columns: statement.columns,
        rows: await answerRows(connection, statement),
      })),
    )
  }

  /** The clock runs while the engine works, not while the reader reads. */
  async *stream(statement: Statement, signal?: AbortSignal): AsyncGenerator<Rows> {
    const leave = await this.#enter(this.#downloads, signal)
    const connection = await this.#connection()
    const watch = <R>(work: () => Promise<R>) => watched(connection, this.#limits.timeMs, signal, work)
    try {
      const result = await watch(async () => (await prepared(connection, statement)).stream())
      for (;;) {
        const chunk = await watch(() => result.fetchChunk())
        if (chunk === null || chunk.rowCount === 0) return
        yield chunkRows(chunk)
      }
    } finally {
      connection.closeSync()
      leave()
    }
  }

  explain(statement: Statement): Promise<string> {
    return this.#asking(this.#questions, undefined, async (connection) => {
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

  async #asking<R>(gate: Gate, signal: AbortSignal | undefined, ask: (c: DuckDBConnection) => Promise<R>): Promise<R> {
    const leave = await this.#enter(gate, signal)
    try {
      const connection = await this.#connection()
      try {
        return await ask(connection)
      } finally {
        this.#idle.push(connection)
      }
    } finally {
      leave()
    }
  }

  async #enter(gate: Gate, signal?: AbortSignal): Promise<() => void> {
    const done = Promise.withResolvers<void>()
    this.#asked.add(done.promise)
    const end = () => {
      this.#asked.delete(done.promise)
      done.resolve()
    }
    const leave = await gate.enter(signal).catch((error: unknown) => {
      end()
      throw error
    })
    return () => {
      leave()
      end()
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
