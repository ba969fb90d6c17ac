import { describe, expect, it } from 'vitest'
import { fc } from '../../../fixtures/seeded.ts'
import { scaleFor, ticks } from './scale.ts'

const hour = 3_600_000

describe('the scale of a chart', () => {
  it.each([
    ['counts', [3, 17, 34], 'number', [0, 10, 20, 30, 40]],
    ['small counts in whole steps', [1, 2], 'number', [0, 1, 2]],
    ['money', [120_000, 980_000], 'money', [0, 250_000, 500_000, 750_000, 1_000_000]],
    ['percents', [12, 63.2], 'percent', [0, 20, 40, 60, 80]],
    ['durations in hours', [5 * hour, 20 * hour], 'duration', [0, 6 * hour, 12 * hour, 18 * hour, 24 * hour]],
    ['losses below zero', [-40, 60], 'number', [-50, 0, 50, 100]],
    ['nothing', [], 'number', [0, 1]],
  ] as const)('has round ticks for %s', (_, values, kind, expected) => {
    expect(ticks(scaleFor(values, kind))).toEqual(expected)
  })

  it('holds zero and all values between two and five ticks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1 }), (values) => {
        const scale = scaleFor(values, 'money')
        const marks = ticks(scale)
        expect(marks.length).toBeGreaterThanOrEqual(2)
        expect(marks.length).toBeLessThanOrEqual(5)
        for (const value of [...values, 0]) {
          expect(value).toBeGreaterThanOrEqual(scale.min)
          expect(value).toBeLessThanOrEqual(scale.max)
        }
      }),
    )
  })
})
