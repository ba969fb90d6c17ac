import { describe, expect, it } from 'vitest'
import {
  type Aggregate,
  aggregateSql,
  average,
  count,
  countDistinct,
  countEach,
  difference,
  isAdditive,
  median,
  neededValueOf,
  ofNothing,
  per,
  percentile,
  product,
  share,
  sum,
  sumKnown,
} from './index.ts'

const amount = { op: 'column', path: ['amount'], kind: 'money' } as const
const days = { op: 'column', path: ['days'], kind: 'number' } as const
const isWon = { op: 'column', path: ['is_won'], kind: 'flag' } as const

const written = (aggregate: Aggregate): string =>
  aggregateSql(aggregate, {
    value: (of) => (of.op === 'column' ? of.path.join('.') : '?'),
    rows: () => 'count(*)',
    real: (number) => `real(${number})`,
    median: (value) => `middle(${value})`,
    percentile: (value, at) => `at(${value}, ${at})`,
  })

describe('an aggregate', () => {
  it.each([
    [count(), 'count(*)'],
    [count(isWon), 'count(*) FILTER (WHERE is_won)'],
    [countEach(days), 'coalesce(sum(days), 0)'],
    [sum(amount, isWon), 'coalesce(sum(amount) FILTER (WHERE is_won), 0)'],
    [sumKnown(amount), 'sum(amount)'],
    [average(days, isWon), 'avg(days) FILTER (WHERE is_won)'],
    [median(days, isWon), 'middle(days) FILTER (WHERE is_won)'],
    [percentile(days, 0.9), 'at(days, 0.9)'],
    [countDistinct(days), 'count(DISTINCT days)'],
    [share(count(isWon), count()), '100 * real(count(*) FILTER (WHERE is_won)) / nullif(real(count(*)), 0)'],
    [product(count(), average(amount)), '(real(count(*)) * real(avg(amount)))'],
    [difference(sum(amount), sum(days)), '(real(coalesce(sum(amount), 0)) - real(coalesce(sum(days), 0)))'],
  ])('is written as its kind says', (aggregate, sql) => expect(written(aggregate)).toBe(sql))

  it('adds up over parts only where a part is nothing but fewer rows', () => {
    expect([count(), countEach(days), sum(amount), sumKnown(amount)].map(isAdditive)).toEqual([true, true, true, true])
    const others = [average(days), median(days), countDistinct(days), per(sum(amount), count()), product(count())]
    expect(others.some(isAdditive)).toBe(false)
  })

  it('is 0 of nothing where it counts or sums, and does not exist where it is a mean, a rate or a sum of known values', () => {
    expect([count(), sum(amount), countDistinct(days)].map(ofNothing)).toEqual([0, 0, 0])
    expect([product(count(), count()), difference(count(), sumKnown(amount))].map(ofNothing)).toEqual([0, null])
    expect([sumKnown(amount), average(days), percentile(days, 0.9), share(count(), count())].map(ofNothing)).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  it('leaves out what has no value where it is a mean, and counts it in a sum', () => {
    expect([average(days), median(days), percentile(days, 0.5)].map(neededValueOf)).toEqual([days, days, days])
    expect([sum(days), count(), share(sum(days), count())].map(neededValueOf)).toEqual([null, null, null])
  })
})
