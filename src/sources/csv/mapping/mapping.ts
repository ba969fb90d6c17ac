import { z } from 'zod'
import { fileKinds } from '../fields/targets.ts'

const kinds = ['text', 'number', 'money', 'percent', 'flag', 'day', 'instant'] as const
const text = z.string().min(1).max(200)

/** How the cells of a column are to be read, where they do not say it themselves. With a question mark: concluded anew each time. */
const reading = {
  dates: z.enum(['day-first', 'month-first', 'either', 'day-first?', 'month-first?', '?']).optional(),
  decimal: z.enum(['.', ',', 'either', '.?', ',?', '?']).optional(),
  /** Which currency is meant by a sign that several share, such as `kr`. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}\??$/, 'a currency is a code such as "SEK"')
    .optional(),
  /** What says nothing in this column, besides the usual signs; an empty list: every sign is a value. */
  empty: z.array(text).max(50).optional(),
}

/** The file that lists the values of the column with more about each. */
const list = { list: text.optional() }

/** A property that Plumbline does not know: `new` is what its values are. */
const newProperty = z.strictObject({
  new: z.enum(kinds),
  name: z
    .string()
    .max(63)
    .regex(/^[a-z][a-z0-9_]*$/, 'a name has small letters, digits and underscores')
    .optional(),
  label: text.optional(),
  ...list,
  ...reading,
})

const knownField = z.strictObject({ field: text, ...list, ...reading })

const stage = z.string().regex(/^(?:open \d{1,2}(?:\.\d+)?%|won|lost)$/, 'a stage is "open 33%", "won" or "lost"')

/** In their order. */
export const stageTexts = z.union([z.record(z.string(), stage), z.array(z.tuple([text, stage]))])

/** The short form of `{ "field": … }`; `skip` leaves the column out. */
const column = z.union([text, knownField, newProperty])
const columns = z.record(z.string(), column)

const records = z.strictObject({
  records: z.enum(fileKinds),
  columns,
  /** Fields that have the same value in every row, such as the type of the activities in a file of calls. */
  always: z.record(z.string(), text).optional(),
  /** Rows that sum up the others are left out, unless they are records. */
  totals: z.literal('records').optional(),
  /** Stages in their order: `open 33%`, `won` or `lost`. */
  stages: stageTexts.optional(),
})

/** A file that tells more about the values of a column of another file: one of its columns is the `key`. */
const listFile = z.strictObject({ records: z.literal('list'), key: text, columns })

const left = z.strictObject({ records: z.enum(['skip', '?']), columns: z.record(z.string(), z.unknown()).optional() })

export const fileMapping = z.discriminatedUnion('records', [records, listFile, left])
/** Lines of a mapping, each with the path to its place. */
export const writtenLines = z.array(z.tuple([z.array(z.string()), z.unknown()]))

export const mapping = z.strictObject({
  about: z.string().optional(),
  files: z.record(z.string(), fileMapping),
  /** What Plumbline concluded itself of those files, line by line: what differs from it was told by a person. */
  concluded: z.record(z.string(), writtenLines).optional(),
})

export type ColumnMapping = z.infer<typeof column>
export type HowWritten = Pick<z.infer<typeof knownField>, 'dates' | 'decimal' | 'empty' | 'currency'>
export type NewProperty = z.infer<typeof newProperty>
export type RecordsMapping = z.infer<typeof records>
export type ListMapping = z.infer<typeof listFile>
export type FileMapping = z.infer<typeof fileMapping>
/** What a person may write, and what is written for them to see. */
export type MappingFile = z.infer<typeof mapping>
export type Mapping = Pick<MappingFile, 'files'>
export type WrittenLines = z.infer<typeof writtenLines>

/** The word that a column is mapped to; null for a property of its own. */
export const wordOf = (column: ColumnMapping): string | null =>
  typeof column === 'string' ? column : 'field' in column ? column.field : null

export const newIn = (column: ColumnMapping): NewProperty | null =>
  typeof column === 'object' && 'new' in column ? column : null

export const howWritten = (column: ColumnMapping): HowWritten => (typeof column === 'object' ? column : {})

/** The same column, its cells read in this way. */
export function written(column: ColumnMapping, how: HowWritten): ColumnMapping {
  if (typeof column !== 'string') return { ...column, ...how }
  return Object.keys(how).length > 0 ? { field: column, ...how } : column
}

/** Stages by label with what they are, in their order. */
export type Stages = readonly (readonly [label: string, meaning: string])[]

export const stagesIn = ({ stages }: Pick<RecordsMapping, 'stages'>): Stages =>
  stages === undefined ? [] : Array.isArray(stages) ? stages : Object.entries(stages)

/** JSON keeps no order of keys that are numbers, so such stages are a list. */
export const stagesWritten = (stages: Stages): NonNullable<RecordsMapping['stages']> =>
  stages.filter(([label]) => isNumberKey(label)).length > 1
    ? stages.map(([label, meaning]) => [label, meaning])
    : Object.fromEntries(stages)

const isNumberKey = (key: string): boolean => /^(?:0|[1-9]\d*)$/.test(key)
