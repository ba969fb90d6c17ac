import { emptiness, said } from './missing.ts'
import { type Sieve, sieveOf } from './sieve.ts'
import { type NumberShape, shapeOf, textual, type ValueShape } from './value-shape.ts'

/** How many different values of a column are remembered. */
export const rememberedValues = 5000

/** One value of a column, with the rows it stands in and the cells filled in those rows. */
export interface SeenValue {
  readonly rows: number
  readonly filledCells: number
  readonly shape: ValueShape
}

/** What all values of one column have shown. Counts are of filled cells. */
export interface ColumnProfile {
  readonly header: string
  readonly filled: number
  /** False when there were more different values than are remembered. */
  readonly allValuesKnown: boolean
  readonly values: ReadonlyMap<string, SeenValue>
  /** Spellings that mean nothing anywhere, and those that mean nothing where a text cannot stand, with their rows. */
  readonly empties: ReadonlyMap<string, number>
  readonly perhapsEmpties: ReadonlyMap<string, number>
  readonly days: number
  readonly times: number
  readonly dayFirst: number
  readonly monthFirst: number
  /** Dates whose day and month stand in an order, and those of them that can be read both ways. */
  readonly ordered: number
  readonly openDays: number
  /** Rows by the year of their date. */
  readonly years: ReadonlyMap<number, number>
  /** Values that are dates if the column holds dates, and numbers otherwise. */
  readonly datesInDigits: number
  readonly numbers: number
  readonly decimalPoints: number
  readonly decimalCommas: number
  /** Numbers such as `5.250`, and numbers that write thousands without a sign. */
  readonly openNumbers: number
  readonly unparted: number
  readonly scaled: number
  readonly percents: number
  readonly leadingZeros: number
  readonly flags: number
  readonly emails: number
  readonly currencies: ReadonlySet<string>
  readonly longest: number
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }
type GrowingValue = Writable<SeenValue>
interface Growing extends Writable<ColumnProfile> {
  values: Map<string, GrowingValue>
  empties: Map<string, number>
  perhapsEmpties: Map<string, number>
  years: Map<number, number>
  currencies: Set<string>
}

export interface Profiling {
  see(cell: string | undefined, filledCells: number): void
  readonly profile: ColumnProfile
}

export function profiling(header: string): Profiling {
  const profile = empty(header)
  let known: Sieve | null = null
  return {
    profile,
    see(cell, filledCells) {
      const value = said(cell)
      if (!value) return
      const seen = known?.mayHold(value) === false ? undefined : profile.values.get(value)
      if (seen) return seeAgain(profile, value, seen, filledCells)
      const nothing = emptiness(value)
      if (nothing === 'surely') return countEmpty(profile.empties, value)
      if (nothing === 'perhaps') countEmpty(profile.perhapsEmpties, value)
      profile.filled++
      if (value.length > profile.longest) profile.longest = value.length
      count(profile, remembered(profile, value, filledCells))
      if (profile.values.size === rememberedValues) known ??= sieveOf(profile.values.keys())
    },
  }
}

function countEmpty(spellings: Map<string, number>, value: string): void {
  spellings.set(value, (spellings.get(value) ?? 0) + 1)
}

function empty(header: string): Growing {
  return {
    header,
    filled: 0,
    allValuesKnown: true,
    values: new Map(),
    empties: new Map(),
    perhapsEmpties: new Map(),
    days: 0,
    times: 0,
    dayFirst: 0,
    monthFirst: 0,
    ordered: 0,
    openDays: 0,
    years: new Map(),
    datesInDigits: 0,
    numbers: 0,
    decimalPoints: 0,
    decimalCommas: 0,
    openNumbers: 0,
    unparted: 0,
    scaled: 0,
    percents: 0,
    leadingZeros: 0,
    flags: 0,
    emails: 0,
    currencies: new Set(),
    longest: 0,
  }
}

/** A value that comes again has the shape it had, and is as empty as it was. */
function seeAgain(profile: Growing, value: string, seen: GrowingValue, filledCells: number): void {
  if (profile.perhapsEmpties.size > 0 && profile.perhapsEmpties.has(value)) countEmpty(profile.perhapsEmpties, value)
  profile.filled++
  seen.rows++
  seen.filledCells += filledCells
  count(profile, seen.shape)
}

function remembered(profile: Growing, value: string, filledCells: number): ValueShape {
  const shape = shapeOf(value)
  if (profile.values.size < rememberedValues) profile.values.set(value, { rows: 1, filledCells, shape })
  else profile.allValuesKnown = false
  return shape
}

function count(profile: Growing, shape: ValueShape): void {
  if (shape === textual) return
  const { isFlag, isEmail, date, isDateInDigits, number } = shape
  if (isFlag) profile.flags++
  if (isEmail) profile.emails++
  if (date) countDate(profile, date)
  if (isDateInDigits) profile.datesInDigits++
  if (number) countNumber(profile, number)
}

function countDate(profile: Growing, { hasTime, proof, needsOrder, year }: NonNullable<ValueShape['date']>): void {
  profile.days++
  profile.years.set(year, (profile.years.get(year) ?? 0) + 1)
  if (hasTime) profile.times++
  if (needsOrder) profile.ordered++
  if (proof === 'open') profile.openDays++
  if (proof === 'day-first') profile.dayFirst++
  if (proof === 'month-first') profile.monthFirst++
}

function countNumber(profile: Growing, number: NumberShape): void {
  profile.numbers++
  if (number.isCode) profile.leadingZeros++
  if (number.isPercent) profile.percents++
  if (number.isScaled) profile.scaled++
  if (number.isOpen) profile.openNumbers++
  if (number.isUnparted) profile.unparted++
  if (number.currency) profile.currencies.add(number.currency)
  if (number.proof === '.') profile.decimalPoints++
  if (number.proof === ',') profile.decimalCommas++
}
