import { z } from 'zod'
import type { Cursor } from './batch-record.ts'

/** Doubts are kept as cursors are: the newest of an origin holds. No file is named so. */
const prefix = 'doubts/'
/** As it was before; a file may be named so. */
const prefixBefore = 'doubts of '

const sentences = z.array(z.string())

export const doubtsOf = (origin: string): string => `${prefix}${origin}`

/** A cursor as it is called today. */
export function namedAsToday<C extends Pick<Cursor, 'stream' | 'cursor'>>(cursor: C): C {
  const isBefore = cursor.stream.startsWith(prefixBefore) && cursor.cursor.startsWith('[')
  return isBefore ? { ...cursor, stream: doubtsOf(cursor.stream.slice(prefixBefore.length)) } : cursor
}

/** All that is doubted, each sentence once. */
export function doubtsIn(cursors: Iterable<Cursor>): readonly string[] {
  const kept = [...cursors].filter(({ stream }) => stream.startsWith(prefix))
  return [...new Set(kept.flatMap(({ cursor }) => sentences.parse(JSON.parse(cursor))))]
}
