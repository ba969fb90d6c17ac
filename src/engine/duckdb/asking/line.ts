import type { GateLimits } from './gate.ts'

/** How questions and files wait for the engine. */
export interface Line {
  /** Questions that are answered at once; a slow one has a place of its own. */
  readonly atOnce: number
  /** Files that are read at once, beside the questions. */
  readonly filesAtOnce: number
  /** What takes longer is slow. */
  readonly slowAfterMs: number
  /** More are refused, each lane counted alone. */
  readonly waiting: number
  /** Who waits longer for an answer is refused; shorter than what stands before a server usually waits for a first byte. */
  readonly patienceMs: number
}

/** A slow question keeps every core busy by itself, so few are answered at once. A file waits for each of its parts. */
export function placesOf({ atOnce, filesAtOnce, slowAfterMs, waiting, patienceMs }: Line): {
  readonly questions: GateLimits
  readonly downloads: GateLimits
} {
  const slow = Math.max(1, Math.floor(atOnce / 4))
  const quick = Math.max(1, atOnce - slow)
  return {
    questions: { places: { quick, slow }, slowAfterMs, waiting, patienceMs },
    downloads: { places: { quick: filesAtOnce, slow: 0 }, slowAfterMs: null, waiting, patienceMs: null },
  }
}
