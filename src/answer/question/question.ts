import { z } from 'zod'
import { type Grain, grains, operators } from '../../query/index.ts'

export { type Operator, operators } from '../../query/index.ts'

export const rangePresets = [
  'today',
  'yesterday',
  'this-week',
  'this-week-so-far',
  'last-week',
  'this-month',
  'this-month-so-far',
  'last-month',
  'this-quarter',
  'this-quarter-so-far',
  'last-quarter',
  'this-year',
  'this-year-so-far',
  'last-year',
  'this-fiscal-quarter',
  'this-fiscal-quarter-so-far',
  'last-fiscal-quarter',
  'this-fiscal-year',
  'this-fiscal-year-so-far',
  'last-fiscal-year',
  'last-7-days',
  'last-14-days',
  'last-30-days',
  'last-60-days',
  'last-90-days',
  'last-180-days',
  'last-365-days',
  'all-time',
] as const
export type RangePreset = (typeof rangePresets)[number]

export const frequencies = grains
export type Frequency = Grain

export const chartTypes = [
  'bar',
  'stacked-bar',
  'column',
  'stacked-column',
  'line',
  'area',
  'donut',
  'waterfall',
  'funnel',
  'feed',
] as const
export type ChartType = (typeof chartTypes)[number]

const word = z.string().max(200)
export const path = z
  .string()
  .max(200)
  .regex(/^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*){0,3}$/, 'a field is written like owner.name')
const words = z.array(word).max(500)

/** `values` are joined with OR, conditions with AND. */
export const condition = z.strictObject({
  field: path,
  is: z.enum(operators),
  values: words.default([]),
})
export type Condition = z.infer<typeof condition>

/** `this-quarter`, or two days both included: `2017-01-01..2017-12-31`. */
export const range = z.union(
  [z.enum(rangePresets), z.string().regex(/^\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}$/)],
  'a range is a preset such as this-quarter, or two days such as 2017-01-01..2017-12-31',
)

/** Each is compared with every record. */
const mostValues = 1000

const valuesIn = (filters: readonly Condition[]): number => filters.reduce((sum, { values }) => sum + values.length, 0)

/** All that a reader can choose in a report: the same in a URL, on disk, over HTTP and by command line. */
export const question = z
  .strictObject({
    tab: word.optional(),
    range: range.optional(),
    view: z.enum(['totals', 'over-time']).optional(),
    frequency: z.enum(frequencies).optional(),
    /** `owner`, `team` or the path of any field; `none` for no groups. */
    by: path.optional(),
    /** The second dimension; `none` for none. */
    breakdown: path.optional(),
    reps: words.optional(),
    teams: words.optional(),
    pipeline: word.optional(),
    filters: z.array(condition).max(20).optional(),
    compare: z.enum(['none', 'previous-period', 'previous-year']).optional(),
    /** Which measures to show; all when absent. */
    measures: z.array(word).max(20).optional(),
    sort: z.strictObject({ column: word, direction: z.enum(['asc', 'desc']) }).optional(),
    chart: z.enum(chartTypes).optional(),
    trend: z.enum(['none', 'linear', 'logarithmic', 'forecast']).optional(),
    anomalies: z.boolean().optional(),
    /** The report's own settings, by name. */
    settings: z.record(word, z.string().max(2000)).optional(),
  })
  .refine(({ filters = [] }) => valuesIn(filters) <= mostValues, {
    path: ['filters'],
    error: `the filters of a question have at most ${mostValues} values together`,
  })
export type Question = z.infer<typeof question>
export const questionKeys: readonly string[] = Object.keys(question.shape)

/** A key of a group as text; null is the bucket of the missing values. */
const key = z.string().max(500).nullable()

/** One figure of an answer. A part that is absent means all: without `by` it is the total. */
export const cell = z.strictObject({
  measure: word,
  by: key.optional(),
  breakdown: key.optional(),
  /** First day of the period; null is the row of what has no date. */
  period: z.iso.date().nullable().optional(),
  /** The figure of the comparison range. */
  previous: z.boolean().optional(),
  /** Of the records behind the figures, those that the answer says something of: the key of what it rests on. */
  note: word.optional(),
})
export type Cell = z.infer<typeof cell>

export const recordsRequest = z.strictObject({
  question,
  cell,
  /** Show those that were left out of the figure for this reason instead; `*` for all reasons. */
  leftOut: word.optional(),
  sort: z.strictObject({ column: path, direction: z.enum(['asc', 'desc']) }).optional(),
  offset: z.int().min(0).max(10_000_000).default(0),
  limit: z.int().min(1).max(500).default(100),
})
export type RecordsRequest = z.input<typeof recordsRequest>
