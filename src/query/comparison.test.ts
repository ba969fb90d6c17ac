import { describe, expect, it } from 'vitest'
import { fc } from '../../fixtures/seeded.ts'
import { defaultAccount } from '../model/index.ts'
import { comparisonOf } from './comparison.ts'
import { type Grain, grains } from './expr.ts'
import { daysIn, offeredGrains, periodsIn } from './range.ts'

const range = (from: string, until: string) => ({ from, until })

describe('a comparison over time', () => {
  it.each<[string, string, Grain, string, string, readonly (string | null)[]]>([
    ['2024-04-01', '2024-05-01', 'monthly', '2024-03-01', '2024-04-01', ['2024-03-01']],
    ['2024-03-01', '2024-04-01', 'monthly', '2024-02-01', '2024-03-01', ['2024-02-01']],
    ['2024-04-10', '2024-05-01', 'monthly', '2024-03-10', '2024-04-01', ['2024-03-01']],
    ['2024-03-31', '2024-04-30', 'monthly', '2024-02-29', '2024-03-30', ['2024-02-01', '2024-03-01']],
    ['2017-04-01', '2017-07-01', 'monthly', '2017-01-01', '2017-04-01', ['2017-01-01', '2017-02-01', '2017-03-01']],
    ['2024-04-01', '2024-05-21', 'monthly', '2024-02-01', '2024-03-21', ['2024-02-01', '2024-03-01']],
    ['2024-02-01', '2024-02-03', 'daily', '2024-01-30', '2024-02-01', ['2024-01-30', '2024-01-31']],
    ['2024-01-01', '2024-01-15', 'weekly', '2023-12-18', '2024-01-01', ['2023-12-18', '2023-12-25']],
  ])('of %s until %s, %s, is from %s until %s', (from, until, grain, start, end, earlier) => {
    const found = comparisonOf('previous-period', range(from, until), grain, defaultAccount)
    expect(found?.range).toEqual(range(start, end))
    expect(periodsIn(range(from, until), grain, defaultAccount).map((period) => found?.earlier(period))).toEqual(
      earlier,
    )
  })

  it('with the year before has a week beside a week, and nothing beside a day that was not', () => {
    const weeks = comparisonOf('previous-year', range('2024-01-01', '2024-04-01'), 'weekly', defaultAccount)
    expect(weeks?.earlier('2024-01-01')).toBe('2023-01-02')
    const days = comparisonOf('previous-year', range('2024-02-20', '2024-03-10'), 'daily', defaultAccount)
    expect([days?.earlier('2024-02-28'), days?.earlier('2024-02-29')]).toEqual(['2023-02-28', null])
  })

  const asked = fc
    .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 900 }), fc.constantFrom(...grains))
    .map(([start, length, grain]) => {
      const from = Temporal.PlainDate.from('1990-01-01').add({ days: start })
      return { of: range(from.toString(), from.add({ days: length }).toString()), grain }
    })
    .filter(({ of, grain }) => offeredGrains(daysIn(of)).includes(grain))

  it('has a period before each, each once, and no day in both', () =>
    fc.assert(
      fc.property(asked, fc.integer({ min: 1, max: 7 }), ({ of, grain }, weekStart) => {
        const account = { ...defaultAccount, weekStart }
        const found = comparisonOf('previous-period', of, grain, account)
        const periods = periodsIn(of, grain, account)
        expect(periods.map((period) => found?.earlier(period))).toEqual(found && periodsIn(found.range, grain, account))
        expect((found?.range.until ?? '') <= of.from).toBe(true)
      }),
    ))
})
