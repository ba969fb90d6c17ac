import type { Account } from '../model/index.ts'
import { type Condition, type DayRange, type Expr, type Grain, not, within } from './expr.ts'

/** What the calendar knows; a day outside it is not a day of business. */
export const calendarFrom = '1900-01-01'
export const calendarUntil = '2101-01-01'

/** All time has no condition on a day: what has none, or one that the calendar does not know, counts as well. */
export const isAllTime = ({ from, until }: DayRange): boolean => from === calendarFrom && until === calendarUntil

/** In no period. */
export const undated = (of: Expr<'day'>): Condition => not(within(of, { from: calendarFrom, until: calendarUntil }))

type Day = Temporal.PlainDate
const day = (text: string): Day => Temporal.PlainDate.from(text)

type Unit = 'week' | 'month' | 'quarter' | 'year' | 'fiscal-quarter' | 'fiscal-year'

/** A preset or two days both included, as days of the account's calendar. Null when it is neither. */
export function rangeOf(text: string, today: string, account: Account): DayRange | null {
  if (text === 'all-time') return { from: calendarFrom, until: calendarUntil }
  return ownDays(text) ?? lastDays(text, day(today)) ?? oneDay(text, day(today)) ?? unitRange(text, day(today), account)
}

const range = (from: Day, until: Day): DayRange => ({ from: from.toString(), until: until.toString() })

function ownDays(text: string): DayRange | null {
  const [, from, to] = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text) ?? []
  if (!from || !to) return null
  try {
    const [start, end] = [
      Temporal.PlainDate.from(from, { overflow: 'reject' }),
      Temporal.PlainDate.from(to, { overflow: 'reject' }),
    ]
    const valid = Temporal.PlainDate.compare(start, end) <= 0 && from >= calendarFrom && to < calendarUntil
    return valid ? range(start, end.add({ days: 1 })) : null
  } catch {
    return null
  }
}

/** Ends at the end of yesterday. */
function lastDays(text: string, today: Day): DayRange | null {
  const [, days] = /^last-(\d+)-days$/.exec(text) ?? []
  return days ? range(today.subtract({ days: Number(days) }), today) : null
}

function oneDay(text: string, today: Day): DayRange | null {
  if (text === 'today') return range(today, today.add({ days: 1 }))
  if (text === 'yesterday') return range(today.subtract({ days: 1 }), today)
  return null
}

function unitRange(text: string, today: Day, account: Account): DayRange | null {
  const [, which, unit, soFar] = /^(this|last)-((?:fiscal-)?(?:week|month|quarter|year))(-so-far)?$/.exec(text) ?? []
  if (!unit) return null
  // The pattern admits exactly the names of `Unit`.
  const start = startOf(today, unit as Unit, account)
  const length = lengths[unit as Unit]
  if (which === 'last') return range(start.subtract(length), start)
  return range(start, soFar ? today.add({ days: 1 }) : start.add(length))
}

const lengths: Readonly<Record<Unit, Temporal.DurationLike>> = {
  week: { days: 7 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { years: 1 },
  'fiscal-quarter': { months: 3 },
  'fiscal-year': { years: 1 },
}

function startOf(date: Day, unit: Unit, account: Account): Day {
  const monthsInto = (first: number, size: number) => (date.month - first + 12) % size
  const back = (months: number) => date.with({ day: 1 }).subtract({ months })
  switch (unit) {
    case 'week':
      return date.subtract({ days: (date.dayOfWeek - account.weekStart + 7) % 7 })
    case 'month':
      return back(0)
    case 'quarter':
      return back(monthsInto(1, 3))
    case 'year':
      return back(monthsInto(1, 12))
    case 'fiscal-quarter':
      return back(monthsInto(account.fiscalYearStartMonth, 3))
    case 'fiscal-year':
      return back(monthsInto(account.fiscalYearStartMonth, 12))
  }
}

type Length = { readonly days: number } | { readonly months: number }

const units: Readonly<Record<Grain, { readonly unit: Unit | 'day'; readonly length: Length }>> = {
  daily: { unit: 'day', length: { days: 1 } },
  weekly: { unit: 'week', length: { days: 7 } },
  monthly: { unit: 'month', length: { months: 1 } },
  quarterly: { unit: 'quarter', length: { months: 3 } },
  yearly: { unit: 'year', length: { months: 12 } },
}

export function grainLength(grain: Grain, many: number): Temporal.DurationLike {
  const { length } = units[grain]
  return Object.fromEntries(Object.entries(length).map(([unit, one]) => [unit, one * many]))
}

/** The first day of each period that the range touches, in order. */
export function periodsIn({ from, until }: DayRange, grain: Grain, account: Account): readonly string[] {
  if (from === null || until === null) return []
  const { unit, length } = units[grain]
  const first = unit === 'day' ? day(from) : startOf(day(from), unit, account)
  return 'days' in length ? eachDays(first, length.days, until) : eachMonths(first, length.months, until)
}

const dayMs = 86_400_000

/** Of all time there are thousands: counted in numbers they cost a twentieth of what dates would. */
function eachDays(first: Day, many: number, until: string): readonly string[] {
  const start = Date.parse(first.toString())
  const count = Math.ceil((Date.parse(until) - start) / (many * dayMs))
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    new Date(start + index * many * dayMs).toISOString().slice(0, 10),
  )
}

function eachMonths({ year, month }: Day, many: number, until: string): readonly string[] {
  const firsts: string[] = []
  for (let months = year * 12 + month - 1; firstOf(months) < until; months += many) firsts.push(firstOf(months))
  return firsts
}

/** The first day of a month, counted from the year zero. */
const firstOf = (months: number): string =>
  `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`

export const periodRange = (first: string, grain: Grain): DayRange =>
  range(day(first), day(first).add(units[grain].length))

/** More moments than this are not looked at; the latest are. */
const mostMoments = 120

/** The periods that have begun, each to be looked at at its own moment. */
export const begun = (periods: readonly string[], today: string): readonly string[] =>
  periods.filter((first) => first <= today).slice(-mostMoments)

/** The last day of a period within a range, or today while it runs. */
export function momentOf(first: string, grain: Grain, within: DayRange, today: string): string {
  const now = first > today ? null : day(today).add({ days: 1 }).toString()
  const ends = [periodRange(first, grain).until, within.until, now]
  const earliest = ends.filter((end) => end !== null).sort()[0] ?? today
  return day(earliest).subtract({ days: 1 }).toString()
}

export const daysIn = ({ from, until }: DayRange): number =>
  from === null || until === null ? Number.POSITIVE_INFINITY : day(from).until(day(until)).days

/** Same length, immediately before. */
export function previousPeriod(of: DayRange): DayRange | null {
  if (of.from === null || of.from === calendarFrom) return null
  return {
    from: day(of.from)
      .subtract({ days: daysIn(of) })
      .toString(),
    until: of.from,
  }
}

export const previousYear = (of: DayRange): DayRange | null =>
  of.from === null || of.until === null || of.from === calendarFrom ? null : movedBack(of, { years: 1 })

/** A last day that a shorter month has not is its last; the end of a month stays the end of a month. */
export function movedBack({ from, until }: DayRange, by: Temporal.DurationLike): DayRange {
  const [start, end] = [day(from ?? calendarFrom), day(until ?? calendarUntil)]
  const ends = [end.subtract(by), end.subtract({ days: 1 }).subtract(by).add({ days: 1 })]
  return range(start.subtract(by), ends.sort(Temporal.PlainDate.compare)[1] ?? start)
}

const bounds: Readonly<Record<Grain, readonly [from: number, to: number]>> = {
  daily: [1, 92],
  weekly: [14, 400],
  monthly: [28, Number.POSITIVE_INFINITY],
  quarterly: [90, Number.POSITIVE_INFINITY],
  yearly: [365, Number.POSITIVE_INFINITY],
}

/** Which frequencies a range of this length offers. */
export const offeredGrains = (days: number): readonly Grain[] =>
  (Object.keys(bounds) as Grain[]).filter((grain) => days >= bounds[grain][0] && days <= bounds[grain][1])

/** The finest that gives at most 31 points. */
export function defaultGrain(of: DayRange, account: Account): Grain {
  const offered = offeredGrains(daysIn(of))
  return offered.find((grain) => periodsIn(of, grain, account).length <= 31) ?? offered.at(-1) ?? 'daily'
}
