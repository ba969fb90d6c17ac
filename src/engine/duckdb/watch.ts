import type { DuckDBConnection } from '@duckdb/node-api'
import { Refusal } from '../../errors/index.ts'

/** An interrupt is lost when it comes between two steps of a query, so it is repeated. */
const repeatMs = 20

/** Runs a question's work; stops it when its time is over or the asker is gone. */
export async function watched<R>(
  connection: DuckDBConnection,
  limitMs: number,
  signal: AbortSignal | undefined,
  work: () => Promise<R>,
): Promise<R> {
  signal?.throwIfAborted()
  const stopping = stopper(connection)
  const timer = setTimeout(() => stopping.stop(new Refusal('question-too-slow', { seconds: limitMs / 1000 })), limitMs)
  const leave = () => stopping.stop(signal?.reason)
  signal?.addEventListener('abort', leave, { once: true })
  try {
    return await work()
  } catch (error) {
    throw stopping.reason() ?? readable(error)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', leave)
    stopping.end()
  }
}

function stopper(connection: DuckDBConnection) {
  let reason: unknown = null
  let repeat: NodeJS.Timeout | undefined
  const stop = (why: unknown) => {
    reason ??= why
    connection.interrupt()
    repeat ??= setInterval(() => connection.interrupt(), repeatMs)
  }
  return { stop, reason: () => reason, end: () => clearInterval(repeat) }
}

const damage = /corrupt|checksum|invalidated because of a previous fatal error/i

/** An engine's error as the user's, where it is one. DuckDB tells these from a wrong statement by their messages alone. */
export function readable(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  if (/^Out of Memory Error/.test(error.message)) return new Refusal('question-too-big', {})
  if (/^(IO|FATAL|INTERNAL|Serialization)/.test(error.message) && damage.test(error.message)) {
    return Object.assign(new Refusal('warehouse-damaged', {}), { cause: error })
  }
  return error
}
