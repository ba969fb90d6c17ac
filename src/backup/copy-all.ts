import type { Progress } from '../effects.ts'
import { copyKept, wrongWith } from './copy.ts'
import type { Bad, Kept } from './kept.ts'

export interface Sum {
  readonly files: number
  readonly bytes: number
}

/** What was copied and what was there already, all of it whole; and what was nowhere whole. */
export interface Copied {
  readonly copied: Sum
  readonly there: Sum
  readonly bad: readonly Bad[]
}

/** One after another, in their order. What is there and whole is not copied again. */
export async function copyAll(
  from: string,
  to: string,
  all: readonly Kept[],
  doing: string,
  progress: Progress,
): Promise<Copied> {
  const [copied, there, bad]: [Kept[], Kept[], Bad[]] = [[], [], []]
  for (const [index, kept] of all.entries()) {
    progress({ doing, done: index, of: all.length })
    if ((await wrongWith(to, kept)) === null) there.push(kept)
    else {
      const wrong = await copyKept(from, to, kept)
      if (wrong === null) copied.push(kept)
      else bad.push({ path: kept.path, wrong })
    }
  }
  return { copied: sumOf(copied), there: sumOf(there), bad }
}

export const sumOf = (all: readonly Kept[]): Sum => ({
  files: all.length,
  bytes: all.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0),
})
