import type { Condition, Expr } from './expr.ts'

interface Counted {
  readonly where?: Condition
  readonly each?: Expr<'number'>
}

interface Valued {
  readonly of: Expr
  readonly where?: Condition
}

interface Shapes {
  readonly count: Counted
  readonly sum: Valued
  readonly 'sum-known': Valued
  readonly average: Valued
  readonly median: Valued
  readonly min: Valued
  readonly max: Valued
  readonly 'count-distinct': Valued
  /** `at` is the part of the values below it, from 0 to 1; between two values it is in between. */
  readonly percentile: Valued & { readonly at: number }
  readonly ratio: { readonly part: Aggregate; readonly whole: Aggregate; readonly times: number }
  readonly product: { readonly of: readonly Aggregate[] }
  readonly addition: { readonly of: readonly Aggregate[] }
  /** A number that is the same whatever the rows. */
  readonly fixed: { readonly is: Expr<'number'> }
  readonly difference: { readonly of: readonly [Aggregate, Aggregate] }
}

export type AggregateFn = keyof Shapes

/** One number over many rows. `where` narrows the rows; a ratio of nothing is null. */
export type Aggregate<F extends AggregateFn = AggregateFn> = { [N in F]: { readonly fn: N } & Shapes[N] }[F]

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
