import { type Field, type Kind, kindNouns } from '../../../model/index.ts'
import { literal, quoted } from '../quoting.ts'
import { startOfDay } from './local-day.ts'
import { sqlTypes } from './tables.ts'

const withinYears = (value: string): string => `CASE WHEN year(${value}) BETWEEN 1 AND 9999 THEN ${value} END`
const finite = (value: string): string => `CASE WHEN isfinite(${value}) THEN ${value} END`

/** A landed value as one of its kind: null when it is empty and when it cannot be read. */
function cast(kind: Kind, raw: string, landedType: string, zone: string): string {
  const plain = `TRY_CAST(${raw} AS ${sqlTypes[kind]})`
  switch (kind) {
    case 'id':
    case 'text':
    case 'flag':
    case 'money':
    case 'duration':
      return plain
    case 'number':
    case 'percent':
      return finite(plain)
    case 'day':
      return withinYears(plain)
    case 'instant':
      return withinYears(instantOf(raw, landedType, zone))
  }
}

function instantOf(raw: string, landedType: string, zone: string): string {
  if (landedType === 'DATE') return startOfDay(raw, zone)
  if (landedType !== 'VARCHAR') return `TRY_CAST(${raw} AS TIMESTAMP)`
  const day = startOfDay(`TRY_CAST(${raw} AS DATE)`, zone)
  return `CASE WHEN length(${raw}) <= 10 THEN ${day} ELSE CAST(TRY_CAST(${raw} AS TIMESTAMPTZ) AS TIMESTAMP) END`
}

/** A text expression as a value of a kind. */
export const readAs = (kind: Kind, text: string, zone: string): string =>
  cast(kind, `nullif(${text}, '')`, 'VARCHAR', zone)

export const typed = (field: Field, landedType: string, zone: string): string =>
  cast(field.kind, landedText(field.name, landedType), landedType, zone)

/** An empty text is no value. */
const landedText = (column: string, landedType: string): string =>
  landedType === 'VARCHAR' ? `nullif(${quoted(column)}, '')` : quoted(column)

/** Why a value could not be read, or null. `value` is what `typed` made of it. */
export function complaint(field: Field, landedType: string, value: string): string {
  const raw = landedText(field.name, landedType)
  const start = literal(`The column '${field.name}' holds '`)
  const end = literal(`', which is not ${kindNouns[field.kind]}.`)
  return `CASE WHEN ${raw} IS NOT NULL AND ${value} IS NULL THEN ${start} || left(CAST(${raw} AS VARCHAR), 80) || ${end} END`
}

/** Text takes anything, so only the other kinds can fail. */
export const canFail = (field: Field): boolean => field.kind !== 'id' && field.kind !== 'text'
