import { monthNames } from './month-names.ts'

/** How `03/04/2017` is meant. Other ways of writing a day speak for themselves. */
export type DayOrder = 'day-first' | 'month-first'

/** `either`: each date of the column can be read in one way only, and is. */
export type DateOrder = DayOrder | 'either'

/** A day with, where it was written, a time and the offset it was written in. */
export interface ReadDate {
  readonly day: string
  readonly time: string | null
  /** `Z` or `+02:00`; null: the wall clock of the company. */
  readonly offset: string | null
}

/** `14:30`, `14.30`, `kl. 14.30`, `um 14:30 Uhr`, `à 14h30`, `2:30 p. m.`, each with or without an offset. */
const timePart = String.raw`(?:[T ,]\s*(?:(?:kl\.?|um|om|at|à|a las)\s*)?(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([AP]\.?\s?M\.?)?\s*(?:uhr|uur|h)?\s*(Z|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?|[A-Z]{3,4})?)?`
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${timePart}$`, 'i')
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})${timePart}$`, 'i')
const dayAndName = new RegExp(
  String.raw`^(?:\p{L}+\.?,? (?:den |le |el )?)?(\d{1,2})(?:st|nd|rd|th|er)?[-./ ]+(?:de |of )?(\p{L}{3,12})\.?,?[-/ ]+(?:del? )?(\d{4}|\d{2})${timePart}$`,
  'iu',
)
const nameAndDay = new RegExp(
  String.raw`^(?:\p{L}+,? )?(\p{L}{3,12})\.?[- ](\d{1,2})(?:st|nd|rd|th)?,?[- ](\d{4})${timePart}$`,
  'iu',
)
const yearAndName = new RegExp(String.raw`^(\d{4})[- ](\p{L}{3,12})\.?[- ](\d{1,2})${timePart}$`, 'iu')

/** Null when the text is no date or no day of the calendar. */
export function readDate(text: string, order: DateOrder): ReadDate | null {
  if (plain.test(text)) return readPlain(text)
  if (!mayBeDate.test(text)) return null
  if (beginsInDigits.test(text)) {
    const [years, , month, day, ...time] = cut(yearFirst, text)
    if (years !== undefined) return dated(years, Number(month), day, time)
    const read = isOrdered(text) ? readYearLast(text, order) : null
    if (read) return read
  }
  return readNamed(text)
}

/** As machines write it: `2024-12-31`, `2024-12-31 09:30`, `2024-12-31T09:30:00.000Z`. Read by its places, being most of what comes. */
const plain = /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?$/

function readPlain(text: string): ReadDate | null {
  if (!isDay(Number(text.slice(0, 4)), twoDigits(text, 5), twoDigits(text, 8))) return null
  const day = text.slice(0, 10)
  if (text.length === 10) return { day, time: null, offset: null }
  const seconds = text[16] === ':' ? text.slice(17, 19) : '00'
  if (twoDigits(text, 11) > 23 || twoDigits(text, 14) > 59 || twoDigits(seconds, 0) > 59) return null
  return { day, time: `${text.slice(11, 16)}:${seconds}`, offset: text.endsWith('Z') ? 'Z' : null }
}

const zero = 48
const twoDigits = (text: string, at: number): number =>
  (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero

const beginsInDigits = /^\d/
const ordered = /^\d{1,2}[-/. ]\d{1,2}[-/. ]/

/** Whether it begins with two numbers, which may be a day and a month in either order. */
export const isOrdered = (text: string): boolean => ordered.test(text)

/** A day has a sign between its parts, or a name in it. */
const mayBeDate = /^(?:\d{1,4}[-/. \p{L}]|\p{L}.*\d)/u

function readYearLast(text: string, order: DateOrder): ReadDate | null {
  const [first, , second, year, ...time] = cut(yearLast, text)
  if (first === undefined) return null
  const own = order === 'either' ? onlyOrder(first, second) : order
  if (own === null) return null
  const [day, month] = own === 'day-first' ? [first, second] : [second, first]
  return dated(year, Number(month), day, time)
}

const onlyOrder = (first: Part, second: Part): DayOrder | null =>
  Number(first) === Number(second) ? 'day-first' : orderOfParts(Number(first), Number(second))

function readNamed(text: string): ReadDate | null {
  if (!twoNumbers.test(text) || !/\p{L}{3}/u.test(text)) return null
  const [day, name, year, ...time] = cut(dayAndName, text)
  if (day !== undefined) return dated(year, monthNames.get(name?.toLowerCase() ?? ''), day, time)
  const [month, dayAfter, lastYear, ...clock] = cut(nameAndDay, text)
  if (month !== undefined) return dated(lastYear, monthNames.get(month.toLowerCase()), dayAfter, clock)
  const [firstYear, named, lastDay, ...hour] = cut(yearAndName, text)
  return named === undefined ? null : dated(firstYear, monthNames.get(named.toLowerCase()), lastDay, hour)
}

/** A day and a year, however the month is written. */
const twoNumbers = /\d\D+\d/

const cut = (pattern: RegExp, text: string): readonly (string | undefined)[] => pattern.exec(text)?.slice(1) ?? []

type Part = string | undefined

function dated(year: Part, month: number | undefined, day: Part, time: readonly Part[]): ReadDate | null {
  const date = month === undefined ? null : dayOf(fullYear(year ?? ''), month, Number(day))
  const clock = clockOf(time)
  const offset = offsetOf(time[4])
  return date && clock !== undefined && offset !== undefined ? { day: date, time: clock, offset } : null
}

/** Two digits below 70 are of this century. */
const fullYear = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900)

function dayOf(year: number, month: number, day: number): string | null {
  if (!isDay(year, month, day)) return null
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
}

const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)

export const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const pad = (number: number): string => String(number).padStart(2, '0')

/** Null without a time; undefined when what stands there is no time of a day. */
function clockOf([hour, minute, second, half]: readonly Part[]): string | null | undefined {
  if (hour === undefined) return null
  const hours = half === undefined ? Number(hour) : afterNoon(Number(hour), /^p/i.test(half))
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined
  return `${pad(hours)}:${minute}:${second ?? '00'}`
}

const afterNoon = (hour: number, pm: boolean): number => (hour > 12 ? hour : (hour % 12) + (pm ? 12 : 0))

/** Names of time zones that mean one offset wherever they are written. */
const zones: ReadonlyMap<string, string> = new Map([
  ...['Z', 'UTC', 'GMT', 'WET'].map((name) => [name, 'Z'] as const),
  ...['CET', 'MEZ', 'WEST'].map((name) => [name, '+01:00'] as const),
  ...['CEST', 'MESZ', 'EET', 'OEZ'].map((name) => [name, '+02:00'] as const),
  ...['EEST', 'OESZ'].map((name) => [name, '+03:00'] as const),
])

/** Null where none is written; undefined where nobody knows what is written. */
function offsetOf(written: Part): string | null | undefined {
  if (written === undefined) return null
  if (/^[a-z]+$/i.test(written)) return zones.get(written.toUpperCase())
  const [, sign = '+', hours = '0', minutes = '00'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(written) ?? []
  return `${sign}${hours.padStart(2, '0')}:${minutes}`
}

/** What `13/02/2017` proves about the order of day and month; `open` where it can be read both ways. */
export type Proof = DayOrder | 'open'

/** Null where the order makes no difference, or the text is no such date. */
export function proofIn(text: string): Proof | null {
  const [first, , second] = cut(yearLast, text)
  if (first === undefined) return null
  const [a, b] = [Number(first), Number(second)]
  if (a >= 1 && b >= 1 && a <= 12 && b <= 12) return a === b ? null : 'open'
  return orderOfParts(a, b)
}

function orderOfParts(a: number, b: number): DayOrder | null {
  if (a > 12 && a <= 31 && b <= 12) return 'day-first'
  return b > 12 && b <= 31 && a <= 12 ? 'month-first' : null
}
