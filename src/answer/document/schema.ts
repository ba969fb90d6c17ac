import { z } from 'zod'
import { chartTypes, path, question, range } from '../question/question.ts'
import { condition } from './expression-shape.ts'
import { key, measureShape } from './measure-shape.ts'

/** The version that is written; older ones are upgraded when they are read. */
export const documentVersion = 1

/** Of one, as JSON. */
export const mostDocumentBytes = 128 * 1024

const text = z.string().max(2000)
const name = z.string().min(1).max(200)

/** What a figure keeps, and in words why the others are left out. */
const rule = z.strictObject({
  key: z.string().min(1).max(80),
  keep: condition,
  otherwise: name,
  ground: z.enum(['inferred-history', 'hindsight', 'missing-rate', 'missing-date']).optional(),
})

const option = z.strictObject({
  value: z.string().min(1).max(200),
  label: name,
  rules: z.array(rule).max(20).default([]),
  /** Measures of this value are made of another while it is chosen. */
  reads: z.strictObject({ of: condition, as: condition }).optional(),
  /** Over time, figures run on from the first period while it is chosen. */
  runsOn: z.literal(true).optional(),
})

export type OptionShape = z.infer<typeof option>

const named = { key: z.string().min(1).max(80), label: name, doc: text.default('') }

const setting = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), ...named, options: z.array(option).min(1).max(20) }),
  z.strictObject({ kind: z.literal('range'), ...named }),
  z.strictObject({
    kind: z.enum(['stages', 'lifecycle']),
    ...named,
    optional: z.boolean(),
    usual: z.string().max(2000).optional(),
  }),
])

const columns = z.strictObject({ when: path, kind: path, who: path, what: path, outcome: path })

const presentation = z.discriminatedUnion('as', [
  z.strictObject({
    as: z.literal('parts'),
    opens: z.literal('over-time').optional(),
    byDate: z.literal(true).optional(),
    withoutTotal: z.literal(true).optional(),
    totalNote: text.optional(),
  }),
  z.strictObject({ as: z.literal('steps'), along: path }),
  z.strictObject({ as: z.literal('moments') }),
  z.strictObject({ as: z.literal('entries'), columns }),
  z.strictObject({ as: z.literal('awaited'), why: text }),
])

const chart = z.strictObject({
  totals: z.enum(chartTypes),
  overTime: z.enum(chartTypes),
  /** The measures that are drawn side by side; the first one unless told. */
  measures: z.array(key).max(20).default([]),
  /** A line at the overall figure of the first measure, or, while figures run on, of the named one. */
  reference: z.union([z.boolean(), key]).default(false),
})

/** In words: what is counted, what is not, how it is read, and what was decided where it could be read otherwise. */
const about = z.strictObject({
  counts: text,
  leavesOut: text.default(''),
  reading: text.default(''),
  doubts: z.array(text).max(20).default([]),
})

/**
 * A report as data: the same in a file, in the store, in the browser and over HTTP. Relative ranges and conditions stay relative.
 * What stands in a field is its path, such as `owner.name`.
 */
export const reportDocument = z.strictObject({
  version: z.literal(documentVersion),
  /** The path of a report of ours, where it is one. */
  id: z.string().min(1).max(200).optional(),
  tab: z.strictObject({ key: z.string().min(1).max(80), label: name }).optional(),
  title: name,
  question: z.string().max(500).default(''),
  /** The kind of record, or the fact, whose rows are counted. */
  counts: z.string().min(1).max(80),
  /** The day that the date range is about; null where what is counted takes the range itself. */
  date: path.nullable(),
  /** Unless the reader chooses another. */
  range,
  by: path.default('none'),
  breakdown: path.default('none'),
  measures: z.array(measureShape).min(1).max(40),
  /** Which records it is about at all, in groups of any depth. */
  where: condition.optional(),
  /** Which of these a figure is made from; how many are left out is told by rule. */
  rules: z.array(rule).max(20).default([]),
  settings: z.array(setting).max(12).default([]),
  chart: chart.optional(),
  presentation: presentation.default({ as: 'parts' }),
  /** One pipeline is always chosen: the first, unless the reader chose another. */
  onePipeline: z.literal(true).optional(),
  /** The columns of the drill list, where they are not those of the kind of record. */
  list: z.array(path).min(1).max(40).optional(),
  /** What drill lists are ordered by, the newest first, where their day does not say enough. */
  newest: path.optional(),
  /** Fields that are about some of the rows only: a filter on them leaves the others as they are. */
  partly: z
    .array(z.strictObject({ fields: z.array(path).min(1).max(40), rows: condition }))
    .max(10)
    .optional(),
  about: about.optional(),
  /** What a reader chose in it: view, frequency, filters, compare, sort, settings and so on. */
  chosen: question.default({}),
})
export type ReportDocument = z.infer<typeof reportDocument>
/** As somebody writes it, with what goes without saying left out. */
export type WrittenDocument = z.input<typeof reportDocument>
