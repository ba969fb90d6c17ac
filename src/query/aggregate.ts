import { always, and, type Condition, type Expr, known, or } from './expr.ts'
import type { Aggregate } from './query.ts'

export const count = (where?: Condition): Aggregate => ({ fn: 'count', where })
/** Where a row may stand for several records, and says for how many. */
export const countEach = (each: Expr<'number'>): Aggregate => ({ fn: 'count', each })
export const sum = (of: Expr<'money' | 'number' | 'duration'>, where?: Condition): Aggregate => ({
  fn: 'sum',
  of,
  where,
})
/** The sum of the known values; null when there is none. */
export const sumKnown = (of: Expr<'money' | 'number' | 'duration'>, where?: Condition): Aggregate => ({
  fn: 'sum-known',
  of,
  where,
})
export const average = (of: Expr<'money' | 'number' | 'duration'>, where?: Condition): Aggregate => ({
  fn: 'average',
  of,
  where,
})
export const median = (of: Expr, where?: Condition): Aggregate => ({
  fn: 'median',
  of,
  where,
})

export const percentile = (of: Expr, at: number, where?: Condition): Aggregate => ({ fn: 'percentile', of, at, where })

/** Different values; null is none. */
export const countDistinct = (of: Expr, where?: Condition): Aggregate => ({ fn: 'count-distinct', of, where })

/** One amount for each of the other; null when there is none. */
export const per = (part: Aggregate, whole: Aggregate): Aggregate => ({ fn: 'ratio', part, whole, times: 1 })

export const product = (...of: readonly Aggregate[]): Aggregate => ({ fn: 'product', of })

/** Null when either is. */
export const difference = (of: Aggregate, less: Aggregate): Aggregate => ({ fn: 'difference', of: [of, less] })

/** In percent. */
export const share = (part: Aggregate, whole: Aggregate): Aggregate => ({ fn: 'ratio', part, whole, times: 100 })

/** The same aggregate over fewer rows. */
export function narrowed(aggregate: Aggregate, where: Condition): Aggregate {
  if (aggregate.fn === 'product') return { ...aggregate, of: aggregate.of.map((factor) => narrowed(factor, where)) }
  if (aggregate.fn === 'difference')
    return { ...aggregate, of: [narrowed(aggregate.of[0], where), narrowed(aggregate.of[1], where)] }
  if (aggregate.fn !== 'ratio') return { ...aggregate, where: and(aggregate.where ?? always, where) }
  return { ...aggregate, part: narrowed(aggregate.part, where), whole: narrowed(aggregate.whole, where) }
}

/** The rows an aggregate looks at: a share looks at its whole, an average only at rows that have a value, a product or a difference at those of its parts. */
export function narrowedRows(aggregate: Aggregate): Condition {
  switch (aggregate.fn) {
    case 'count':
    case 'sum':
    case 'sum-known':
      return aggregate.where ?? always
    case 'average':
    case 'median':
    case 'percentile':
    case 'min':
    case 'max':
    case 'count-distinct':
      return and(aggregate.where ?? always, known(aggregate.of))
    case 'product':
    case 'difference':
      return or(...aggregate.of.map(narrowedRows))
    case 'ratio':
      return or(narrowedRows(aggregate.whole), narrowedRows(aggregate.part))
  }
}
