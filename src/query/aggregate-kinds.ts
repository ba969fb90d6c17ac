import type { Aggregate, AggregateFn } from './aggregate.ts'
import { always, and, type Condition, type Expr, known, never, or } from './expr.ts'

/** How an engine writes the parts of an aggregate. Arguments and results are SQL but for expressions. */
export interface AggregateWriter {
  readonly value: (of: Expr) => string
  /** The number of rows. */
  readonly rows: () => string
  readonly real: (number: string) => string
  readonly median: (value: string) => string
  readonly percentile: (value: string, at: number) => string
}

/** All that has to be known of one way to make a number of many rows. */
interface AggregateKind<F extends AggregateFn> {
  readonly sql: (aggregate: Aggregate<F>, write: AggregateWriter) => string
  /** The rows it looks at: those that a reader finds behind the figure. */
  readonly rows: (aggregate: Aggregate<F>) => Condition
  /** A count or a sum of nothing is 0; an average or a rate of nothing does not exist. */
  readonly ofNothing: (aggregate: Aggregate<F>) => number | null
  /** The figures of parts that have no row in common sum to the figure of the whole. */
  readonly isAdditive: boolean
  /** What the rows make, in one word for the reader of their list. */
  readonly makes: 'count' | 'sum' | 'average' | 'share' | 'other'
  /** A row without a value is left out of it, which changes what it says. */
  readonly needsValue: boolean
}

const narrowing = ({ where }: { readonly where?: Condition }): Condition => where ?? always
const only = (sql: string, { where }: { readonly where?: Condition }, write: AggregateWriter): string =>
  where ? `${sql} FILTER (WHERE ${write.value(where)})` : sql

const none = () => 0
const nothing = () => null

type Valued = Exclude<AggregateFn, 'count' | 'ratio' | 'product' | 'addition' | 'difference' | 'fixed'>

/** Made from one value of each row: rows without it are not looked at. */
const ofValues = <F extends Valued>(
  written: (value: string, aggregate: Aggregate<F>, write: AggregateWriter) => string,
  more: Partial<Omit<AggregateKind<F>, 'sql'>> = {},
): AggregateKind<F> => ({
  sql: (aggregate, write) => only(written(write.value(aggregate.of), aggregate, write), aggregate, write),
  rows: (aggregate) => and(narrowing(aggregate), known(aggregate.of)),
  ofNothing: nothing,
  isAdditive: false,
  makes: 'other',
  needsValue: false,
  ...more,
})

/** A sum has a row without a value in it, as nothing. */
const added = { rows: narrowing, isAdditive: true, makes: 'sum' } as const

/** Of nothing it is what its parts are of nothing, joined; it does not exist where one of them does not. */
const joined = <F extends 'product' | 'addition' | 'difference'>(
  sign: string,
  join: (one: number, other: number) => number,
): AggregateKind<F> => ({
  sql: ({ of }, write) => `(${of.map((part) => write.real(aggregateSql(part, write))).join(` ${sign} `)})`,
  rows: ({ of }) => or(...of.map(rowsOf)),
  ofNothing: ({ of }) =>
    of.map(ofNothing).reduce((sum, each) => (sum === null || each === null ? null : join(sum, each))),
  isAdditive: false,
  makes: 'other',
  needsValue: false,
})

const kinds: { readonly [F in AggregateFn]: AggregateKind<F> } = {
  count: {
    sql: ({ each, ...rest }, write) =>
      each ? `coalesce(${only(`sum(${write.value(each)})`, rest, write)}, 0)` : only(write.rows(), rest, write),
    rows: narrowing,
    ofNothing: none,
    isAdditive: true,
    makes: 'count',
    needsValue: false,
  },
  sum: {
    ...ofValues<'sum'>((value) => `sum(${value})`, { ...added, ofNothing: none }),
    sql: (aggregate, write) => `coalesce(${only(`sum(${write.value(aggregate.of)})`, aggregate, write)}, 0)`,
  },
  'sum-known': ofValues((value) => `sum(${value})`, added),
  average: ofValues((value) => `avg(${value})`, { makes: 'average', needsValue: true }),
  median: ofValues((value, _, write) => write.median(value), { needsValue: true }),
  percentile: ofValues((value, { at }, write) => write.percentile(value, at), { needsValue: true }),
  min: ofValues((value) => `min(${value})`),
  max: ofValues((value) => `max(${value})`),
  'count-distinct': ofValues((value) => `count(DISTINCT ${value})`, { ofNothing: none }),
  ratio: {
    sql: ({ part, whole, times }, write) =>
      `${times} * ${write.real(aggregateSql(part, write))} / nullif(${write.real(aggregateSql(whole, write))}, 0)`,
    rows: ({ part, whole }) => or(rowsOf(whole), rowsOf(part)),
    ofNothing: ({ part, whole, times }) => {
      const [some, all] = [ofNothing(part), ofNothing(whole)]
      return some === null || !all ? null : (times * some) / all
    },
    isAdditive: false,
    makes: 'share',
    needsValue: false,
  },
  product: joined('*', (one, other) => one * other),
  addition: joined('+', (one, other) => one + other),
  fixed: {
    sql: ({ is }, write) => write.real(write.value(is)),
    rows: () => never,
    ofNothing: ({ is }) => (is.op === 'literal' ? Number(is.value) : null),
    isAdditive: false,
    makes: 'other',
    needsValue: false,
  },
  difference: joined('-', (one, other) => one - other),
}

/** What is of this aggregate's own kind; the compiler cannot tie the two by their name. */
const kindOf = <F extends AggregateFn>({ fn }: Aggregate<F>): AggregateKind<F> => kinds[fn] as AggregateKind<F>

export const aggregateSql = (aggregate: Aggregate, write: AggregateWriter): string =>
  kindOf(aggregate).sql(aggregate, write)
export const rowsOf = (aggregate: Aggregate): Condition => kindOf(aggregate).rows(aggregate)
export const ofNothing = (aggregate: Aggregate): number | null => kindOf(aggregate).ofNothing(aggregate)
export const isAdditive = (aggregate: Aggregate): boolean => kindOf(aggregate).isAdditive
export const makesOf = (aggregate: Aggregate): AggregateKind<AggregateFn>['makes'] => kindOf(aggregate).makes

/** The one value of each row that it is made from; null where there is none or several. */
export const aggregatedValue = (aggregate: Aggregate): Expr | null =>
  'of' in aggregate && !Array.isArray(aggregate.of) ? (aggregate.of as Expr) : null

/** The value without which a record is not in the figure. */
export const neededValueOf = (aggregate: Aggregate): Expr | null =>
  kindOf(aggregate).needsValue ? aggregatedValue(aggregate) : null
