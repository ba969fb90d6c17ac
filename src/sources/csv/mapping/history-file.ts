import { kindWords } from '../fields/field-words.ts'
import type { Matches } from '../fields/matching.ts'
import { type RecordKind, recordKinds, stateParts } from '../fields/targets.ts'
import type { SeenFile } from '../file/look.ts'
import { wordsOf } from '../names.ts'

/** How often a record stands in a history at least, on average. */
const rowsPerRecord = 1.2

const saysHistory = /\b(?:history|histories|changes?|change ?log|audit|log|events?)\b/u

/** Whether the rows of a file tell what happened to records: each names a record, a time, and what changed. */
export function isHistory(file: SeenFile, matches: Matches): boolean {
  const words = new Set(matches.values())
  if (!words.has('changed_at') || !(words.has('record_id') || words.has('record'))) return false
  if (words.has('property') && (words.has('value') || words.has('old_value'))) return true
  if (!stateParts.some((part) => words.has(part))) return false
  if (words.has('old_stage') || saysHistory.test(wordsOf(file.name.replace(/\.\w+$/u, '')))) return true
  return words.has('record_id') && repeats(file, matches) && !namesRecords(file)
}

/** A list has a record once. */
function repeats(file: SeenFile, matches: Matches): boolean {
  const column = file.columns.find(({ header }) => matches.get(header) === 'record_id')
  const rows = [...(column?.values.values() ?? [])].reduce((sum, value) => sum + value.rows, 0)
  return column !== undefined && rows >= column.values.size * rowsPerRecord
}

/** Lists of records call them by name, and those of activities tell their kind. */
const namesRecords = (file: SeenFile): boolean =>
  file.columns.some(({ header }) =>
    /\b(?:name|subject|title|type)\b/u.test(wordsOf(header.replace(/(?:stage|activity) ?name/iu, ''))),
  )

/** The kind of record that a history without a column for it is about; `headers` by their words. */
export function entityOfHistory(headers: ReadonlyMap<string | null, string>): RecordKind {
  const record = headers.get('record_id') ?? headers.get('record')
  const named = record === undefined ? null : entityNamed(wordsOf(record).replace(/ ?(?:id|name)$/u, ''))
  if (named) return named
  if (headers.has('lifecycle_stage') || headers.has('lead_status')) return 'contact'
  return headers.has('task_status') ? 'activity' : 'deal'
}

/** `Opportunity` is a deal. */
export function entityNamed(written: string): RecordKind | null {
  const words = wordsOf(written)
  const is = (word: string): boolean => words === word || words === `${word}s`
  return recordKinds.find((kind) => is(kind)) ?? recordKinds.find((kind) => kindWords[kind].some(is)) ?? null
}
