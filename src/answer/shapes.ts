import { z } from 'zod'
import { kindNames, pipelineObjects } from '../model/index.ts'
import { stepRoles } from '../query/index.ts'
import { entryParts } from '../reports/index.ts'
import { chartTypes, frequencies, operators, question } from './question/question.ts'

const kind = z.enum(kindNames)
const value = z.union([z.string(), z.number(), z.boolean(), z.null()])
const figure = z.number().nullable()
const figures = z.record(z.string(), figure)

/** One SQL text with the values that are bound to it. */
const statement = z.object({ title: z.string(), sql: z.string(), values: z.array(value) })

const measure = z.object({
  key: z.string(),
  label: z.string(),
  kind,
  doc: z.string(),
  better: z.enum(['up', 'down']).nullable(),
  /** Shown only when a question names it. */
  onDemand: z.literal(true).optional(),
  /** What it says of a step, where a row is one. */
  role: z.enum(stepRoles).optional(),
})

/** A group: its key as the drill wants it, its label as the reader wants it. */
const group = z.object({ key: z.string().nullable(), label: z.string() })

const row = z.object({
  by: group.nullable(),
  breakdown: group.nullable(),
  period: group.nullable(),
  /** Over time, the first day of the period that `previous` is about; null where none stands beside this one. */
  earlier: z.string().nullable().optional(),
  values: figures,
  previous: figures.nullable(),
})

const days = z.object({ from: z.string().nullable(), until: z.string().nullable(), label: z.string() })

const chart = z.object({
  type: z.enum(chartTypes),
  measure: z.string(),
  kind,
  categories: z.array(
    z.object({
      key: z.string().nullable(),
      label: z.string(),
      incomplete: z.boolean(),
      /** In a waterfall: up, down, down for good reason, or a level that stands on the ground. `other` joins the groups that are not listed. */
      tone: z.enum(['better', 'worse', 'won', 'total', 'other']).optional(),
    }),
  ),
  /** What the categories are: the groups or the periods. */
  along: z.enum(['by', 'period']),
  /** Whether a series of others is the sum of those that it joins, and larger than what stands beside it. */
  adds: z.boolean(),
  /** What the series are. */
  across: z.enum(['breakdown', 'by', 'measure', 'none']),
  series: z.array(
    z.object({
      key: z.string().nullable(),
      label: z.string(),
      measure: z.string(),
      values: z.array(figure),
      previous: z.array(figure).nullable(),
      tone: z.enum(['better', 'worse', 'other', 'total']).nullable(),
      /** Keys that were joined into this series when there were more than eight. */
      joins: z.array(z.string().nullable()).nullable(),
    }),
  ),
  /** A line across: the overall average, a goal. */
  reference: z.object({ label: z.string(), value: z.number() }).nullable(),
  trend: z
    .object({
      label: z.string(),
      values: z.array(figure),
      /** Periods after the last, for a forecast: label, value and its band. */
      ahead: z.array(z.object({ label: z.string(), value: z.number(), low: z.number(), high: z.number() })),
    })
    .nullable(),
  /** Periods outside of what the trend expects there. */
  anomalies: z.array(z.object({ index: z.int(), reason: z.string(), expected: z.number() })),
})

/** `generation` is that of the warehouse that answered. */
export const freshness = z.object({
  generation: z.int(),
  freshAt: z.string().nullable(),
  refreshedAt: z.string().nullable(),
  pending: z.int(),
})
/** `complete` is false when rows are in quarantine, missing or not loaded yet; `notes` say so in sentences. */
export const completeness = z.object({ complete: z.boolean(), quarantined: z.int(), notes: z.array(z.string()) })

export const answer = z.object({
  report: z.object({ id: z.string(), title: z.string(), question: z.string() }),
  /** As asked, with every default filled in. */
  question,
  range: days,
  compareRange: days.nullable(),
  dateLabel: z.string(),
  /** The day of the answer in the time zone: a range or period that begins later has not begun, and has no change. */
  today: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  groupLabel: z.string().nullable(),
  breakdownLabel: z.string().nullable(),
  frequencies: z.array(z.enum(frequencies)),
  /** What the figures are filtered by, in words. */
  chips: z.array(z.object({ key: z.string(), label: z.string() })),
  measures: z.array(measure),
  rows: z.array(row),
  /** Groups beyond the bound are not listed: the row "Other" stands for them. */
  moreRows: z.int(),
  /** The same for the parts that groups are broken down into. */
  moreBreakdowns: z.int(),
  /** The figures over all of one dimension, when rows have two: per group, per breakdown, per period. A part that is null is not a group. */
  margins: z.array(row),
  total: z.object({ values: figures, previous: figures.nullable() }),
  /** Why there is nothing to show, where no source brings such records. */
  empty: z.string().optional(),
  /** What a reader should know of this answer: what was read otherwise than asked, and where there is data when there is none here. */
  notes: z.array(z.string()),
  /** What the figures rest on beside what was told: how many records, which a cell with its key as `note` opens. */
  restsOn: z.array(z.object({ key: z.string(), label: z.string(), note: z.string(), count: z.int() })),
  /** False where the rows are no parts of a whole, so that no total row is shown. */
  hasTotal: z.boolean(),
  headline: z.array(
    z.object({
      measure: z.string(),
      label: z.string(),
      kind,
      value: figure,
      previous: figure,
      change: figure,
      spark: z.array(figure),
    }),
  ),
  chart,
  definition: z.string(),
  statements: z.array(statement),
  freshness,
  completeness,
  tookMs: z.number(),
})
export type Answer = z.infer<typeof answer>
export type AnswerRow = z.infer<typeof row>
export type ChartData = z.infer<typeof chart>
export type MeasureShape = z.infer<typeof measure>

export const recordsPage = z.object({
  entity: z.object({ name: z.string(), label: z.string(), plural: z.string() }),
  /** The figure of the cell, from the same plan as the list. */
  figure,
  figureKind: kind,
  figureLabel: z.string(),
  /** How the list makes the figure: counted, summed, averaged, or a share of the list. */
  makes: z.enum(['count', 'sum', 'average', 'share', 'other']),
  count: z.int(),
  columns: z.array(
    z.object({
      path: z.string(),
      label: z.string(),
      kind,
      /** What it says of an entry, where records are shown as a feed. */
      part: z.enum(entryParts).optional(),
      /** The kind of another record that it names. */
      names: z.string().optional(),
    }),
  ),
  rows: z.array(z.object({ id: z.string(), values: z.array(value) })),
  offset: z.int(),
  definition: z.string(),
  leftOut: z.array(z.object({ reason: z.string(), label: z.string(), count: z.int() })),
  statements: z.array(statement),
  freshness,
  completeness,
  tookMs: z.number(),
})
export type RecordsPage = z.infer<typeof recordsPage>

const fieldShape = z.object({
  path: z.string(),
  label: z.string(),
  kind,
  options: z.array(z.object({ value: z.string(), label: z.string() })).nullable(),
  custom: z.boolean(),
  operators: z.array(z.enum(operators)),
})
export type FieldShape = z.infer<typeof fieldShape>

const exampleTable = z.object({ title: z.string(), columns: z.array(z.string()), rows: z.array(z.array(value)) })

export const reportSummary = z.object({
  id: z.string(),
  /** `Sales`, `Service`, … */
  collection: z.string(),
  topic: z.string(),
  title: z.string(),
  question: z.string(),
  /** What is counted and how it is read, for a search by word. */
  about: z.string(),
})
export type ReportSummary = z.infer<typeof reportSummary>

export const reportPage = reportSummary.extend({
  entity: z.object({ name: z.string(), label: z.string(), plural: z.string() }),
  dateLabel: z.string(),
  /** Paragraphs: what is counted, what is not, how to read it. */
  doc: z.object({ counts: z.string(), leavesOut: z.string(), reading: z.string(), doubts: z.array(z.string()) }),
  /** What it is made from: properties of its own rows, kinds of record, and properties whose past it reads. */
  uses: z.object({
    properties: z.array(z.object({ path: z.string(), label: z.string() })),
    records: z.array(z.string()).readonly(),
    history: z.array(z.object({ record: z.string(), label: z.string() })),
  }),
  tabs: z.array(z.object({ key: z.string(), label: z.string() })),
  /** Why there is nothing to show, where no source brings such records. */
  empty: z.string().optional(),
  views: z.array(z.enum(['totals', 'over-time'])),
  measures: z.array(measure),
  /** What can be grouped and broken down by: `owner` and `team` first. */
  dimensions: z.array(z.object({ path: z.string(), label: z.string() })),
  /** The one of them that is the date, so that grouping by it is the view over time; null for none. */
  byDate: z.string().nullable(),
  filters: z.array(fieldShape),
  chartTypes: z.array(z.enum(chartTypes)),
  hasPipeline: z.boolean(),
  /** The kind of record whose pipelines can be chosen. */
  pipelinesOf: z.enum(pipelineObjects),
  hasOwner: z.boolean(),
  settings: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      doc: z.string(),
      kind: z.enum(['choice', 'range', 'stages', 'lifecycle']),
      /** Steps may be marked as optional. */
      optional: z.boolean(),
      /** The steps that nothing chosen stands for; empty for all of them. */
      usual: z.string(),
      options: z.array(z.object({ value: z.string(), label: z.string() })),
    }),
  ),
  /** What an empty question means. */
  defaults: question,
  example: z.object({ story: z.string(), question, given: z.array(exampleTable), expected: exampleTable }),
})
export type ReportPage = z.infer<typeof reportPage>

/** A report as a document has no example worked by hand. */
export const documentPage = reportPage.omit({ example: true })
export type DocumentPage = z.infer<typeof documentPage>

/** How far the history that a report reads can be believed: of how many records changes were told, and since when. */
export const believable = z.array(z.string()).readonly()

/** Who and what the pickers offer. */
export const people = z.object({
  owners: z.array(z.object({ id: z.string(), name: z.string(), active: z.boolean(), teamId: z.string().nullable() })),
  teams: z.array(z.object({ id: z.string(), name: z.string(), parentId: z.string().nullable(), depth: z.int() })),
  /** Each for one kind of record. */
  pipelines: z.array(z.object({ id: z.string(), label: z.string(), object: z.enum(pipelineObjects) })),
  /** In the order of their pipeline. */
  stages: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      pipelineId: z.string().nullable(),
      isClosed: z.boolean(),
      isWon: z.boolean(),
    }),
  ),
  account: z.object({
    timeZone: z.string(),
    currency: z.string(),
    weekStart: z.int(),
    fiscalYearStartMonth: z.int(),
    today: z.string(),
  }),
})
export type People = z.infer<typeof people>

export const fieldValues = z.object({
  values: z.array(z.object({ value: z.string(), label: z.string(), count: z.int() })),
  more: z.boolean(),
})
export type FieldValues = z.infer<typeof fieldValues>

/** What one revision of a document did: who, when, and which parts from what to what. */
const editStep = z.object({
  revision: z.int(),
  at: z.string().nullable(),
  by: z.string().nullable(),
  did: z.enum(['made', 'changed', 'deleted', 'restored']),
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })).readonly(),
})

/** Every error over HTTP. `logId` is for the operator, when the mistake was ours. */
export const problem = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    logId: z.string().optional(),
    /** Of an edit that came too late: the revision that is there now, and what was done since, the latest first. */
    stale: z.object({ revision: z.int(), steps: z.array(editStep).readonly() }).optional(),
  }),
})
export type Problem = z.infer<typeof problem>
