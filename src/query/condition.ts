import type { Kind, Value } from '../model/index.ts'
import {
  always,
  asText,
  atLeast,
  type Column,
  type Condition,
  contains,
  type Expr,
  known,
  lessThan,
  moreThan,
  not,
  oneOf,
  or,
  within,
} from './expr.ts'
import { arity, kinds, type Operator } from './kinds.ts'

export interface Said {
  readonly of: Column
  readonly is: Operator
  readonly values: readonly string[]
}

/** Why a condition cannot be read; the wording is the caller's. */
export type Unreadable = { readonly unreadable: 'operator' | 'value' | 'count'; readonly value: string }

/** `today` gives the relative operators their days; `midnight` turns a local day into the instant it starts. */
export interface Clock {
  readonly today: string
  readonly midnight: (day: string) => string
}

export function conditionOf({ of, is, values }: Said, clock: Clock): Condition | Unreadable {
  if (!kinds[of.kind].operators.includes(is)) return { unreadable: 'operator', value: is }
  const wanted = arity[is]
  if (wanted === 'some' ? values.length === 0 : values.length !== wanted) return { unreadable: 'count', value: is }
  const read = values.map((value) => parsed(value, is, of.kind))
  const bad = read.indexOf(null)
  if (bad >= 0) return { unreadable: 'value', value: values[bad] ?? '' }
  return kinds[of.kind].isDated ? dated(of, is, read, clock) : plain(of, is, read)
}

function parsed(value: string, is: Operator, kind: Kind): Value {
  if (is === 'in-last-days' || is === 'in-next-days') return /^\d{1,5}$/.test(value) ? Number(value) : null
  return kinds[kind].read(value)
}

function plain(of: Column, is: Operator, values: readonly Value[]): Condition {
  const [first = null, second = null] = values
  switch (is) {
    case 'any-of':
      return oneOf(of, values)
    case 'none-of':
      return not(oneOf(of, values))
    case 'known':
      return known(of)
    case 'unknown':
      return not(known(of))
    case 'contains':
      return or(...values.map((value) => contains(of.kind === 'text' ? of : asText(of), String(value))))
    case 'greater-than':
      return moreThan(of, first)
    case 'less-than':
      return lessThan(of, first)
    case 'between':
      return { op: 'call', fn: 'and', kind: 'flag', args: [atLeast(of, first), not(moreThan(of, second))] }
    default:
      return always
  }
}

function dated(of: Column, is: Operator, values: readonly Value[], clock: Clock): Condition {
  const [first, second] = values.map(String)
  const days = Number(first)
  const between = (from: string | null, until: string | null) => onDays(of, from, until, clock)
  switch (is) {
    case 'known':
      return known(of)
    case 'unknown':
      return not(known(of))
    case 'before':
      return between(null, first ?? null)
    case 'after':
      return between(moved(first ?? clock.today, 1), null)
    case 'between':
      return between(first ?? null, moved(second ?? clock.today, 1))
    case 'in-last-days':
      return between(moved(clock.today, -days), clock.today)
    case 'in-next-days':
      return between(moved(clock.today, 1), moved(clock.today, days + 1))
    default:
      return always
  }
}

const moved = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

function onDays(of: Column, from: string | null, until: string | null, { midnight }: Clock): Condition {
  // `kind` says which of the two columns this is; the compiler cannot narrow the type parameter by it.
  if (of.kind === 'day') return within(of as Column<'day'>, { from, until })
  const at = of as Expr<'instant'>
  const start = from === null ? always : atLeast(at, midnight(from))
  const end = until === null ? always : lessThan(at, midnight(until))
  return { op: 'call', fn: 'and', kind: 'flag', args: [known(of), start, end] }
}
