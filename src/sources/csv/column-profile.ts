import { needsOrder, orderIn, readDate } from './dates.ts'
import { filledIn } from './missing.ts'
import { decimalIn, readNumber, writtenNumber } from './numbers.ts'

/** How many different values of a column are remembered. */
export const rememberedValues = 5000

/** What all values of one column have shown. Counts are of filled cells. */
export interface ColumnProfile {
  readonly header: string
  readonly filled: number
  /** False when there were more different values than are remembered. */
  readonly allValuesKnown: boolean
  /** Each different value with the rows it stands in and the cells filled in those rows. */
  readonly values: ReadonlyMap<string, { readonly rows: number; readonly filledCells: number }>
  readonly days: number
  readonly times: number
  readonly dayFirst: number
  readonly monthFirst: number
  /** Dates whose day and month had to be told apart. */
  readonly ordered: number
  readonly numbers: number
  readonly decimalPoints: number
  readonly decimalCommas: number
  readonly percents: number
  readonly leadingZeros: number
  readonly flags: number
  readonly emails: number
  readonly currencies: ReadonlySet<string>
  readonly longest: number
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }
interface Growing extends Writable<ColumnProfile> {
  values: Map<string, { rows: number; filledCells: number }>
  currencies: Set<string>
}

export interface Profiling {
  see(cell: string | undefined, filledCells: number): void
  readonly profile: ColumnProfile
}

export function profiling(header: string): Profiling {
  const profile = empty(header)
  return {
    profile,
    see(cell, filledCells) {
      const value = filledIn(cell)
      if (value === null) return
      profile.filled++
      profile.longest = Math.max(profile.longest, value.length)
      remember(profile, value, filledCells)
      classify(profile, value)
    },
  }
}

function empty(header: string): Growing {
  return {
    header,
    filled: 0,
    allValuesKnown: true,
    values: new Map(),
    days: 0,
    times: 0,
    dayFirst: 0,
    monthFirst: 0,
    ordered: 0,
    numbers: 0,
    decimalPoints: 0,
    decimalCommas: 0,
    percents: 0,
    leadingZeros: 0,
    flags: 0,
    emails: 0,
    currencies: new Set(),
    longest: 0,
  }
}

function remember(profile: Growing, value: string, filledCells: number): void {
  const seen = profile.values.get(value)
  if (seen) {
    seen.rows++
    seen.filledCells += filledCells
  } else if (profile.values.size < rememberedValues) profile.values.set(value, { rows: 1, filledCells })
  else profile.allValuesKnown = false
}

export const flagWords: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'y', 'ja', 'j', 'oui', 'si', 'sí', 'sim', 'x'].map((word) => [word, true] as const),
  ...['false', 'no', 'n', 'nee', 'nein', 'nej', 'non', 'não'].map((word) => [word, false] as const),
])

function classify(profile: Growing, value: string): void {
  if (value.length > 40) return
  if (/\d/.test(value)) classifyDigits(profile, value)
  else if (flagWords.has(value.toLowerCase())) profile.flags++
  if (value.includes('@') && /^\S+@\S+\.\S+$/.test(value)) profile.emails++
}

function classifyDigits(profile: Growing, value: string): void {
  const read = readDate(value, 'day-first') ?? readDate(value, 'month-first')
  if (read) {
    profile.days++
    if (read.time !== null) profile.times++
    if (needsOrder(value)) countOrder(profile, value)
  }
  countNumber(profile, value)
}

function countOrder(profile: Growing, value: string): void {
  const order = orderIn(value)
  profile.ordered++
  if (order === 'day-first') profile.dayFirst++
  if (order === 'month-first') profile.monthFirst++
}

function countNumber(profile: Growing, value: string): void {
  const written = writtenNumber(value)
  if (!written) return
  if (readNumber(value, '.') === null && readNumber(value, ',') === null) return
  profile.numbers++
  if (/^0\d/.test(written.digits) || /^\d{16}/.test(written.digits)) profile.leadingZeros++
  if (written.percent) profile.percents++
  if (written.currency) profile.currencies.add(written.currency)
  const decimal = decimalIn(written.digits)
  if (decimal === '.') profile.decimalPoints++
  if (decimal === ',') profile.decimalCommas++
}
