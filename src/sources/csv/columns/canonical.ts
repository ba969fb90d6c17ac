import type { Field } from '../../../model/index.ts'
import { folded, squeezed } from '../names.ts'
import { wordFiles } from '../words.ts'
import { type DateOrder, type ReadDate, readDate } from './dates.ts'
import { dateInDigits } from './dates-in-digits.ts'
import { flagWords } from './flags.ts'
import { type DecimalWriting, readNumber, writtenNumber } from './numbers.ts'

/** How the values of a column were written. */
export interface Writing {
  readonly header: string
  readonly order: DateOrder
  readonly decimal: DecimalWriting
  /** Times without an offset are of this zone. */
  readonly timeZone: string
}

/** Makes the text that landing expects of a value; null of what cannot be read. */
export type Canonical = (value: string) => string | null

type Read = Pick<Field, 'kind' | 'options' | 'custom'> & { readonly name?: string }

export function canonicalFor(field: Read, writing: Writing): Canonical {
  switch (field.kind) {
    case 'id':
      return (value) => value
    case 'text':
      return field.options && !field.custom ? remembering(optionOf(field.name, field.options)) : (value) => value
    case 'number':
    case 'money':
    case 'percent':
      return (value) => readNumber(value, writing.decimal)
    case 'flag':
      return remembering(flagOf)
    case 'day':
      return remembering((value) => dateOf(value, writing.order)?.day ?? null)
    case 'instant':
      return remembering((value) => instantOf(value, writing))
    case 'duration':
      return (value) => durationOf(value, writing)
  }
}

/** How many values a column remembers: days, stages and yes or no repeat. */
const most = 5000

/** The same, read once for each value that comes again; where values hardly do, none is looked for any more. */
function remembering(read: Canonical): Canonical {
  const known = new Map<string, string | null>()
  let unmet = 0
  return (value) => {
    if (unmet > most) return read(value)
    const met = known.get(value)
    unmet = met === undefined ? unmet + 1 : Math.max(0, unmet - 1)
    if (met !== undefined) return met
    const found = read(value)
    if (known.size < most) known.set(value, found)
    return found
  }
}

function optionOf(name: string | undefined, options: NonNullable<Field['options']>): Canonical {
  const known = new Map([
    ...valuesSaid(name ?? ''),
    ...options.flatMap(
      ({ value, label }) =>
        [
          [squeezed(value), value],
          [squeezed(label), value],
        ] as const,
    ),
  ])
  return (value) => known.get(squeezed(value)) ?? value
}

/** What products call the values of a field with a fixed list. */
const valuesSaid = (field: string): readonly (readonly [said: string, value: string])[] =>
  wordFiles
    .flatMap(({ values }) => Object.values(values ?? {}))
    .flatMap((fields) => Object.entries(fields[field] ?? {}))
    .flatMap(([value, words]) => words.map((word) => [squeezed(word), value] as const))

export function flagOf(value: string): string | null {
  if (value === '1' || value === '0') return String(value === '1')
  const said = flagWords.get(folded(value))
  return said === undefined ? null : String(said)
}

const dateOf = (value: string, order: DateOrder): ReadDate | null => readDate(value, order) ?? dateInDigits(value)

function instantOf(value: string, { order, timeZone }: Writing): string | null {
  const read = dateOf(value, order)
  if (!read) return null
  if (read.time === null || (read.time === '00:00:00' && read.offset === null)) return read.day
  return utc(read.day, read.time, read.offset, timeZone)
}

function utc(day: string, time: string, offset: ReadDate['offset'], timeZone: string): string {
  if (offset === 'Z' || (offset === null && timeZone === 'UTC')) return `${day}T${time}Z`
  if (offset !== null) return Temporal.Instant.from(`${day}T${time}${offset}`).toString()
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).toInstant().toString()
}

/** Milliseconds; a bare number is of the unit that the header names, of seconds when it names none. */
function durationOf(value: string, { header, decimal }: Writing): string | null {
  const clock = /^(?:(\d+):)?(\d{1,2}):(\d{2})$/.exec(value)
  if (clock) return String((Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3])) * 1000)
  const number = writtenNumber(value)?.scale === 1 ? readNumber(value, decimal) : null
  return number === null ? null : String(Math.round(Number(number) * unitOf(header)))
}

function unitOf(header: string): number {
  if (/\bms\b|millisec/i.test(header)) return 1
  if (/\bmin/i.test(header)) return 60_000
  return /\bhour|\bhrs?\b/i.test(header) ? 3_600_000 : 1000
}
