import type { DuckDBConnection } from '@duckdb/node-api'
import { Refusal, storageRefusal } from '../../errors/index.ts'

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
    throw stopping.reason() ?? withoutRoom(readable(error))
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

/** The engine gave up because it could not write. Its file is whole: it only has to be opened again. */
export class EngineStopped extends Error {}

/** The engine's own bound, or the machine that has no more to give. */
const tooBig = /^Out of Memory Error|bad_alloc|could not allocate|failed to allocate/i
const damage = /corrupt|checksum|invalidated because of a previous fatal error/i

/** An engine's error as the user's, where it is one. DuckDB tells these from a wrong statement by their messages alone. */
export function readable(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  if (/^FATAL/.test(error.message) && isOfTheDisk(error)) return new EngineStopped(error.message, { cause: error })
  if (tooBig.test(error.message)) return new Refusal('question-too-big', {})
  if (/^(IO|FATAL|INTERNAL|Serialization)/.test(error.message) && damage.test(error.message)) {
    return Object.assign(new Refusal('warehouse-damaged', {}), { cause: error })
  }
  return error
}

/** The same for one who loads. */
export const loadingRefusal = (error: unknown, megabytes: number): unknown =>
  error instanceof Error && tooBig.test(error.message) ? new Refusal('load-too-big', { megabytes }) : error

const isOfTheDisk = (error: Error): boolean => storageRefusal(error, '') !== error

/** All that a question writes is what does not fit in memory. */
function withoutRoom(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof EngineStopped || !isOfTheDisk(error)) return error
  return Object.assign(new Refusal('question-without-room', {}), { cause: error })
}
