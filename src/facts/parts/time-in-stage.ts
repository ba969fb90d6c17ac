import type { Dialect } from '../dialect.ts'

/** Visits of one deal to one stage as one length in milliseconds, as an aggregate; a visit that lasts does not count yet. */
export const timeInStage = {
  /** The sum of all finished visits. */
  cumulative: ({ integer }: Dialect) => integer('sum(duration)'),
  /** From the first entry to the last exit, also what was spent elsewhere in between. */
  span: ({ millisecondsBetween }: Dialect) =>
    millisecondsBetween('min(entered_at) FILTER (WHERE exited_at IS NOT NULL)', 'max(exited_at)'),
} as const

export type TimeInStage = keyof typeof timeInStage
