import { z } from 'zod'
import type { Cursor } from './batch-record.ts'

/** Doubts are kept as cursors are: the newest of an origin holds. */
const prefix = 'doubts of '

export const doubtsOf = (origin: string): string => `${prefix}${origin}`

/** All that is doubted, each sentence once. */
export function doubtsIn(cursors: Iterable<Cursor>): readonly string[] {
  const kept = [...cursors].filter(({ stream }) => stream.startsWith(prefix))
  return [...new Set(kept.flatMap(({ cursor }) => z.array(z.string()).parse(JSON.parse(cursor))))]
}
