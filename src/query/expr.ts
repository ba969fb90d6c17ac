import type { Grain, Kind, Value } from '../model/index.ts'
import type { Aggregate } from './aggregate.ts'

export { type Grain, grains } from '../model/index.ts'

/** A typed expression as plain data: the same in the browser, on disk and in a URL. */
export type Expr<K extends Kind = Kind> = Column<K> | Literal<K> | Call<K> | Many<K>
export type Condition = Expr<'flag'>

/** A field of the entity asked from, or of one it refers to: `['owner', 'team', 'name']`. */
export interface Column<K extends Kind = Kind> {
  readonly op: 'column'
  readonly path: readonly string[]
  readonly kind: K
}

export interface Literal<K extends Kind = Kind> {
  readonly op: 'literal'
  readonly value: Value
  readonly kind: K
}

export interface Call<K extends Kind = Kind> {
  readonly op: 'call'
  readonly fn: Fn
  readonly args: readonly Expr[]
  readonly kind: K
}

/**
 * A figure over all records of another kind that hold the id of this one in `via`: aggregated by themselves, and never joined, so
 * that no row is there twice. Whose records those may be is said in `where`, as in any other question.
 */
export interface Many<K extends Kind = Kind> {
  readonly op: 'many'
  readonly of: string
  readonly via: string
  readonly where: Condition
  readonly value: Aggregate
  readonly kind: K
}

/** What an engine must be able to print. */
export type Fn =
  | 'and'
  | 'or'
  | 'not'
  | 'eq'
  | 'same'
  | 'lt'
  | 'gte'
  | 'gt'
  | 'in'
  | 'among'
  | 'known'
  | 'past'
  | 'contains'
  | 'folded'
  | 'text'
  | 'if'
  | 'at-least'
  | 'days-between'
  | 'calendar-days'
  | 'floor'
  | 'time-between'
  | 'period'

const call = <K extends Kind>(kind: K, fn: Fn, ...args: readonly Expr[]): Call<K> => ({ op: 'call', fn, args, kind })

export const literal = <K extends Kind>(kind: K, value: Value): Literal<K> => ({ op: 'literal', value, kind })

/** A column that holds an id, by its path. */
export const idColumn = (...path: readonly string[]): Column<'id'> => ({ op: 'column', path, kind: 'id' })

export const always: Condition = literal('flag', true)
export const never: Condition = literal('flag', false)

export const and = (...all: readonly Condition[]): Condition => {
  const [only, ...rest] = all.filter((each) => each !== always)
  if (!only) return always
  return rest.length === 0 ? only : call('flag', 'and', only, ...rest)
}

export const or = (...some: readonly Condition[]): Condition => {
  if (some.includes(always)) return always
  const [only, ...rest] = some
  if (!only) return never
  return rest.length === 0 ? only : call('flag', 'or', only, ...rest)
}

/** True for false and for null: the exact complement of a condition that keeps rows. */
export const not = (of: Condition): Condition => call('flag', 'not', of)

export const eq = <K extends Kind>(of: Expr<K>, value: Value): Condition =>
  call('flag', 'eq', of, literal(of.kind, value))

/** Null is the same as null. */
export const same = <K extends Kind>(of: Expr<K>, value: Value): Condition =>
  call('flag', 'same', of, literal(of.kind, value))

export const lessThan = <K extends Kind>(of: Expr<K>, value: Value): Condition =>
  call('flag', 'lt', of, literal(of.kind, value))
export const atLeast = <K extends Kind>(of: Expr<K>, value: Value): Condition =>
  call('flag', 'gte', of, literal(of.kind, value))
export const moreThan = <K extends Kind>(of: Expr<K>, value: Value): Condition =>
  call('flag', 'gt', of, literal(of.kind, value))

export const oneOf = <K extends Kind>(of: Expr<K>, values: readonly Value[]): Condition =>
  values.length === 0 ? never : call('flag', 'in', of, ...values.map((value) => literal(of.kind, value)))

/** One of very many texts, which are looked up and not compared one by one; false for null. */
export const among = (of: Expr<'text'>, values: readonly string[]): Condition =>
  values.length === 0 ? never : call('flag', 'among', of, ...values.map((value) => literal('text', value)))

export const either = <K extends Kind>(condition: Condition, then: Expr<K>, otherwise: Expr<K>): Expr<K> =>
  call(then.kind, 'if', condition, then, otherwise)

export const known = (of: Expr): Condition => call('flag', 'known', of)

/** How many of another kind there are for this record: 0 where there is none. */
export const manyOf = (of: string, via: string, where: Condition = always): Many<'number'> => ({
  ...{ op: 'many', of, via, where, kind: 'number' },
  value: { fn: 'count' },
})

/** Whether there is any of another kind for this record. */
export const hasAny = (of: string, via: string, where: Condition): Condition => moreThan(manyOf(of, via, where), 0)

/** Not later than the moment of asking. */
export const isPast = (of: Expr<'instant'>): Condition => call('flag', 'past', of)

/** Ignores case. */
export const contains = (of: Expr, part: string): Condition => call('flag', 'contains', of, literal('text', part))

/** Trimmed, in lower case; empty text becomes null. */
export const folded = (of: Expr<'text'>): Expr<'text'> => call('text', 'folded', of)

/** Any value as text, as a group key is written. */
export const asText = (of: Expr): Expr<'text'> => call('text', 'text', of)

/** Days with their fraction; null when either end is. */
export const daysBetween = (from: Expr<'instant'>, until: Expr<'instant'>): Expr<'number'> =>
  call('number', 'days-between', from, until)

/** Midnights between two days; null when either is. */
export const calendarDaysBetween = (from: Expr<'day'>, until: Expr<'day'>): Expr<'number'> =>
  call('number', 'calendar-days', from, until)

/** The whole number that is not larger. */
export const floored = (of: Expr<'number'>): Expr<'number'> => call('number', 'floor', of)

/** In milliseconds; null when either end is. */
export const timeBetween = (from: Expr<'instant'>, until: Expr<'instant'>): Expr<'duration'> =>
  call('duration', 'time-between', from, until)

/** Values below `floor` become `floor`; null stays null. */
export const noLessThan = <K extends Kind>(of: Expr<K>, floor: number): Expr<K> =>
  call(of.kind, 'at-least', of, literal(of.kind, floor))

/** The first day of the period that a day is in. */
export const periodOf = (of: Expr<'day'>, grain: Grain): Expr<'day'> =>
  call('day', 'period', of, literal('text', grain))

/** `from` and `until` are days, `until` not included; null is open. */
export interface DayRange {
  readonly from: string | null
  readonly until: string | null
}

export const within = (of: Expr<'day'>, range: DayRange): Condition =>
  and(
    known(of),
    range.from === null ? always : atLeast(of, range.from),
    range.until === null ? always : lessThan(of, range.until),
  )
