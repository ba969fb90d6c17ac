import { z } from 'zod'
import { refusalIn } from '../../errors/index.ts'
import {
  type ColumnReading,
  doubtsIn,
  mapping,
  offeredKinds,
  type Preview,
  sectionsOf,
  shownReading,
} from '../../sources/csv/index.ts'
import { type Language, sayIn } from '../../words/index.ts'
import { failedIn } from '../told.ts'
import type { Upload, UploadState } from './upload.ts'

const column = z.unknown().describe('A column as in the mapping file: a word, or an object')

const reading = shownReading.extend({
  mapping: column,
  /** Whether its values are dates, numbers or signs of currencies whose meaning can be chosen. */
  holds: z.enum(['dates', 'numbers', 'currencies', 'other']),
  doubt: z
    .object({
      about: z.string(),
      rows: z.int(),
      choices: z.array(z.object({ says: z.string(), mapping: column })),
    })
    .nullable(),
})

const named = z.object({ value: z.string(), label: z.string() })

const read = z.object({
  is: z.literal('read'),
  files: z.array(z.object({ name: z.string(), rows: z.int(), records: z.string() })),
  columns: z.array(reading),
  /** What is to be checked, in sentences. */
  check: z.array(z.string()),
  /** As it would be written to the mapping file; send it back with what is to be read otherwise. */
  mapping: z.object({ files: mapping.shape.files }),
  kinds: z.array(named.extend({ fields: z.array(named) })),
  timeZone: z.string(),
  currency: z.string(),
  /** Time zone and currency are settled by what was imported before; otherwise they can be chosen with the reading. */
  isSettled: z.boolean(),
  /** The currencies of the deals, when nothing tells which of them is the company's. */
  rivalCurrencies: z.array(z.string()),
  /** Why it cannot be loaded like this. */
  refusal: z.string().nullable(),
})

const state = z.discriminatedUnion('is', [
  z.object({ is: z.literal('open') }),
  z.object({
    is: z.literal('busy'),
    doing: z.string(),
    done: z.number(),
    of: z.number().nullable(),
    canStop: z.boolean(),
  }),
  z.object({ is: z.literal('failed'), failed: z.object({ code: z.string(), message: z.string() }) }),
  read,
  z.object({
    is: z.literal('loaded'),
    /** Rows that were read, and rows that were put aside because they could not be. */
    rows: z.int(),
    quarantined: z.int(),
    /** What it can be taken back by; null where nothing was new. */
    number: z.int().nullable(),
    sections: z.array(z.object({ title: z.string(), lines: z.array(z.string()) })),
  }),
])

export const uploadShape = z.object({ id: z.string(), state })
export type UploadShape = z.infer<typeof uploadShape>
export type UploadReading = z.infer<typeof read>

export const uploadId = z.uuid()
/** The name of a file, without any folder; at most 200 bytes, for a disk takes no more than 255. */
export const fileName = z
  .string()
  .regex(/^[^./\\\p{Cc}][^/\\\p{Cc}]{0,199}$/u, 'a file name has no folder and does not begin with a dot')
  .refine((name) => Buffer.byteLength(name) <= 200, 'the name is too long')
/** The settings of the company, which the first import may bring. */
export const chosenAccount = z.strictObject({
  timeZone: z.string().max(64).refine(isTimeZone, 'a time zone is a name such as Europe/Amsterdam').optional(),
  currency: z.enum(Intl.supportedValuesOf('currency')).optional(),
})

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export const chosenMapping = z.strictObject({ files: mapping.shape.files })

/** In the language of who asks. */
export const shapeOf = ({ id, state }: Upload, language: Language): UploadShape => ({
  id,
  state: stateShape(state, language),
})

function stateShape(state: UploadState, language: Language): UploadShape['state'] {
  switch (state.is) {
    case 'open':
    case 'busy':
      return state
    case 'failed':
      return { is: 'failed', failed: failedIn(language, state.failed) }
    case 'read':
      return readShape(state.preview, language)
    case 'loaded': {
      const { imported, loaded, quarantined } = state.result
      const rows = loaded.reduce((sum, report) => sum + report.read, 0)
      const sections = sectionsOf(imported).map(({ title, lines }) => ({ title, lines: [...lines] }))
      return { is: 'loaded', rows, quarantined: quarantined.length, number: imported.number, sections }
    }
  }
}

function readShape(preview: Preview, language: Language): UploadReading {
  const say = sayIn(language)
  const { files, mapping, readings, account, refusal, isSettled, openCurrency } = preview
  return {
    is: 'read',
    files: files.map(({ name, rows }) => ({ name, rows, records: mapping.files[name]?.records ?? '?' })),
    columns: readings.map(columnShape),
    // What a column leaves open stands beside it, with both ways.
    check: [...doubtsIn({ ...preview, readings: [] })],
    mapping: { files: mapping.files },
    kinds: offeredKinds.map(({ value, label, fields }) => ({
      value,
      label: say(label),
      fields: fields.map((field) => ({ value: field.value, label: say(field.label) })),
    })),
    timeZone: account.timeZone,
    currency: account.currency,
    isSettled,
    rivalCurrencies: openCurrency && openCurrency.length > 1 ? openCurrency.toSorted() : [],
    refusal: refusal && refusalIn(language, refusal),
  }
}

const columnShape = ({
  doubt,
  further: _,
  notes,
  examples,
  ...rest
}: ColumnReading): UploadReading['columns'][number] => ({
  ...rest,
  notes: [...notes],
  examples: [...examples],
  doubt: doubt && { ...doubt, choices: [...doubt.choices] },
})
