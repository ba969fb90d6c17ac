import type { z } from 'zod'
import type { Asking } from '../answer/index.ts'

/** How far work is. What was done up to here is on disk, and the cursor says how to go on from here. */
export interface Step<C> {
  readonly doing: string
  readonly done: number
  readonly of: number | null
  readonly cursor: C
}

/** What work is done with. */
export interface Work<I, C> {
  readonly input: I
  /** Of the last step, when it was broken off; null to begin. Of a run that was killed more may be on disk than it says. */
  readonly cursor: C | null
  /** With the rights of who began it, and the moment they began it as the present; its signal says to stop. */
  readonly asking: Asking
  /** A folder of its own, which goes with the job. */
  readonly folder: string
}

/** A file that was made, in the folder of the job. */
export interface Made {
  readonly path: string
  /** For who takes it away. */
  readonly name: string
  readonly contentType: string
  readonly bytes: number
}

/** A kind of long work: one file in `kinds/`. A step is kept before the next one is asked for, so take them as far apart as is worth it. */
export interface JobKind<I, C> {
  readonly name: string
  readonly input: z.ZodType<I>
  readonly cursor: z.ZodType<C>
  /** So many of this kind work at once; the others wait in the order they were begun. */
  readonly atOnce: number
  readonly title: (input: I) => string
  /** Refuses what cannot be done, before it is begun. */
  readonly check: (input: I, asking: Asking) => Promise<void>
  readonly run: (work: Work<I, C>) => AsyncGenerator<Step<C>, Made | null>
}
