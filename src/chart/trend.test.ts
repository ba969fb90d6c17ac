import { describe, expect, it } from 'vitest'
import { fc } from '../../fixtures/seeded.ts'
import { sayIn } from '../words/index.ts'
import { anomaliesOf } from './anomaly.ts'
import { bounded, type Series } from './chart.ts'
import { trendOf } from './trend.ts'

const points = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 40 })

describe('a trend', () => {
  it('through points on a line is that line, and its forecast goes on without a band', () => {
    const trend = trendOf([3, 5, 7, 9], 'forecast', 4)
    expect(trend?.values.map((value) => Math.round(value * 1e9) / 1e9)).toEqual([3, 5, 7, 9])
    expect(trend?.ahead).toHaveLength(1)
    expect(trend?.ahead[0]?.value).toBeCloseTo(11)
    expect(trend?.ahead[0]?.low).toBeCloseTo(11)
  })

  it('that is logarithmic follows a + b·ln(i)', () => {
    const trend = trendOf(
      [1, 2, 3, 4, 5].map((i) => 10 + 4 * Math.log(i)),
      'logarithmic',
      5,
    )
    expect(trend?.values[4]).toBeCloseTo(10 + 4 * Math.log(5))
  })

  it('needs three points, and neither gaps nor the running period count', () => {
    expect(trendOf([1, null, 2], 'linear', 3)).toBeNull()
    expect(trendOf([1, 2, 3], 'linear', 2)).toBeNull()
  })

  it('leaves residuals that sum to nothing', () =>
    fc.assert(
      fc.property(points, (values) => {
        const fit = trendOf(values, 'linear', values.length)?.values ?? []
        expect(values.reduce((sum, value, index) => sum + value - (fit[index] ?? 0), 0)).toBeCloseTo(0, 5)
      }),
    ))
})

describe('an anomaly', () => {
  it('is the one point far from the line', () => {
    expect(anomaliesOf([10, 11, 9, 10, 50, 11, 10, 9, 10, 11], 10).map(({ index }) => index)).toEqual([4])
  })

  it('needs seven points', () => {
    expect(anomaliesOf([1, 1, 1, 99, 1, 1], 6)).toEqual([])
  })

  it('is not found where all points are alike or on a line', () => {
    expect(anomaliesOf([5, 5, 5, 5, 5, 5, 5], 7)).toEqual([])
    expect(anomaliesOf([1, 2, 3, 4, 5, 6, 7, 8, 9], 9)).toEqual([])
  })
})

describe('more than eight series', () => {
  const series = (index: number): Series => ({
    key: String(index),
    label: String(index),
    measure: 'm',
    values: [index],
    previous: null,
    tone: null,
    joins: null,
  })

  it('keep their sum', () => {
    const all = Array.from({ length: 12 }, (_, index) => series(index))
    const eight = bounded(sayIn('en'), all, 0)
    expect(eight).toHaveLength(8)
    expect(eight.reduce((sum, { values }) => sum + (values[0] ?? 0), 0)).toBe(66)
    expect(eight.at(-1)?.joins).toEqual(['0', '1', '2', '3', '4'])
  })

  it('have those that are not listed among the others, however large, each of them counted', () => {
    const all = Array.from({ length: 12 }, (_, index) => series(index))
    const eight = bounded(sayIn('en'), [...all, { ...series(99), tone: 'other' }], 30)
    expect([eight.at(-1)?.label, eight.at(-1)?.joins]).toEqual(['35 others', ['0', '1', '2', '3', '4', '99']])
  })
})
