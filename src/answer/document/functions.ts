import type { Kind } from '../../model/index.ts'
import { type AggregateFn, kinds } from '../../query/index.ts'
import type { Callable } from './expression-shape.ts'

/** What `kinds` say a measure can be made of. */
export const kindsFor = (fn: AggregateFn): readonly Kind[] => all.filter((kind) => kinds[kind].measures.includes(fn))

// An object of ours, whose keys are its kinds.
const all = Object.keys(kinds) as readonly Kind[]
/** Numbers of any kind: days have no mean. */
export const amounts: readonly Kind[] = kindsFor('average')
/** Figures are numbers: the first of some days is none. */
export const amountsFor = (fn: AggregateFn): readonly Kind[] => kindsFor(fn).filter((kind) => amounts.includes(kind))

/** What a call takes, each argument in words where it does not fit, and what it gives. */
interface Signature {
  /** How many arguments; `more` takes any further ones like the last. */
  readonly takes: readonly Argument[]
  readonly more?: true
  readonly gives: Kind | 'first' | 'second'
}

/** A kind, any kind, an amount of any kind, or the kind of an argument before it. */
type Argument = Kind | 'any' | 'amount' | { readonly like: number }

const compares: Signature = { takes: ['any', { like: 0 }], gives: 'flag' }
const joins: Signature = { takes: ['flag'], more: true, gives: 'flag' }

export const signatures: Readonly<Record<Callable, Signature>> = {
  and: joins,
  or: joins,
  not: { takes: ['flag'], gives: 'flag' },
  eq: compares,
  same: compares,
  lt: compares,
  gte: compares,
  gt: compares,
  in: { ...compares, more: true },
  known: { takes: ['any'], gives: 'flag' },
  past: { takes: ['instant'], gives: 'flag' },
  contains: { takes: ['text', 'text'], gives: 'flag' },
  folded: { takes: ['text'], gives: 'text' },
  text: { takes: ['any'], gives: 'text' },
  if: { takes: ['flag', 'any', { like: 1 }], gives: 'second' },
  'at-least': { takes: ['amount', { like: 0 }], gives: 'first' },
  'days-between': { takes: ['instant', 'instant'], gives: 'number' },
  'calendar-days': { takes: ['day', 'day'], gives: 'number' },
  floor: { takes: ['number'], gives: 'number' },
  'time-between': { takes: ['instant', 'instant'], gives: 'duration' },
}

/** What is expected at a place, once the kinds before it are known. */
export function expectedAt(fn: Callable, place: number, before: readonly Kind[]): readonly Kind[] | 'any' | null {
  const { takes, more } = signatures[fn]
  const argument = takes[place] ?? (more ? takes.at(-1) : undefined)
  if (argument === undefined) return null
  if (argument === 'any') return 'any'
  if (argument === 'amount') return amounts
  if (typeof argument === 'string') return [argument]
  const like = before[argument.like]
  return like === undefined ? 'any' : [like]
}
