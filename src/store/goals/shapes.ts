import { z } from 'zod'

const id = z.string().min(1).max(200)
/** A day of the calendar that reports know. */
const day = z.iso
  .date()
  .refine((text) => text >= '1990-01-01' && text <= '2060-12-31', 'a day of the years 1990 to 2060')
const money = z.number().min(0).max(1e12)

/** Whose it is, for which pipeline (null: all) and for which days, both included. */
const holder = {
  ownerId: id.nullable(),
  teamId: id.nullable(),
  pipelineId: id.nullable(),
  startsOn: day,
  endsOn: day,
  amount: money,
}

export const goalId = id

/** The revision of the one who changes something; without it, it is changed whatever became of it meanwhile. */
export const seenRevision = z.strictObject({ revision: z.coerce.number().int().min(0).max(1e9).optional() })

export const goalTerms = z.strictObject({ name: z.string().trim().min(1).max(200), ...holder })
export type GoalTerms = z.infer<typeof goalTerms>

export const forecastTerms = z.strictObject({ note: z.string().trim().max(1000).nullable(), ...holder })
export type ForecastTerms = z.infer<typeof forecastTerms>

const kept = {
  id: z.string(),
  ownerId: z.string().nullable(),
  owner: z.string().nullable(),
  teamId: z.string().nullable(),
  team: z.string().nullable(),
  pipelineId: z.string().nullable(),
  pipeline: z.string().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  amount: z.number().nullable(),
}

export const goal = z.object({
  name: z.string().nullable(),
  metric: z.string().nullable(),
  /** Grows by one with each change; send it along, so that nobody’s change is overwritten. */
  revision: z.int(),
  ...kept,
})
export type Goal = z.infer<typeof goal>

export const forecast = z.object({
  note: z.string().nullable(),
  submittedAt: z.string().nullable(),
  submittedBy: z.string().nullable(),
  /** Of all for the same holder, pipeline and period. */
  isLatest: z.boolean(),
  ...kept,
})
export type Forecast = z.infer<typeof forecast>

/** What one field of a goal became, from what, when and by whom. */
export const goalChange = z.object({
  revision: z.int(),
  at: z.string(),
  by: z.string().nullable(),
  field: z.string(),
  label: z.string(),
  from: z.string().nullable(),
  value: z.string().nullable(),
})
export type GoalChange = z.infer<typeof goalChange>
