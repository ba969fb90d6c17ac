import { z } from 'zod'

export const jobStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

/** What a reader is told of long work. */
export const jobShape = z.object({
  id: z.uuid(),
  kind: z.string(),
  /** What is being made, for the reader. */
  title: z.string(),
  /** Who began it. */
  by: z.string(),
  state: z.enum(jobStates),
  begunAt: z.string(),
  endedAt: z.string().nullable(),
  /** How far it is: so many of so many, or of nobody knows how many. */
  doing: z.string(),
  done: z.number(),
  of: z.number().nullable(),
  /** How often it was broken off, as by the end of the process, and went on. */
  resumed: z.int(),
  /** Why it failed, in a sentence. */
  why: z.string().nullable(),
  /** What it made, once it is done. */
  file: z.object({ name: z.string(), contentType: z.string(), bytes: z.number() }).nullable(),
})
export type JobShape = z.infer<typeof jobShape>

/** As it is kept: with what it was asked for, and from where it can go on. */
export const keptJob = jobShape.extend({
  input: z.json(),
  cursor: z.json(),
  /** How often it was begun since its cursor last moved. */
  tries: z.int(),
  /** The name of what it made, in its folder. */
  path: z.string().nullable(),
})
export type Job = Readonly<z.infer<typeof keptJob>>

export const hasEnded = ({ state }: Job): boolean => state !== 'waiting' && state !== 'running'
