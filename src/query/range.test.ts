import { describe, expect, it } from 'vitest'
import { fc } from '../../fixtures/seeded.ts'
import { defaultAccount } from '../model/index.ts'
import { grains } from './expr.ts'
import {
  daysIn,
  defaultGrain,
  offeredGrains,
  periodRange,
  periodsIn,
  previousPeriod,
  previousYear,
  rangeOf,
} from './range.ts'

const account = { ...defaultAccount, weekStart: 7, fiscalYearStartMonth: 4 }
const today = '2024-05-15' // a Wednesday

describe('a date range', () => {
  it.each([
    ['today', '2024-05-15', '2024-05-16'],
    ['yesterday', '2024-05-14', '2024-05-15'],
    ['this-week', '2024-05-12', '2024-05-19'],
    ['this-week-so-far', '2024-05-12', '2024-05-16'],
    ['last-week', '2024-05-05', '2024-05-12'],
    ['this-month', '2024-05-01', '2024-06-01'],
    ['last-month', '2024-04-01', '2024-05-01'],
    ['this-quarter', '2024-04-01', '2024-07-01'],
    ['last-quarter', '2024-01-01', '2024-04-01'],
    ['this-year-so-far', '2024-01-01', '2024-05-16'],
    ['last-year', '2023-01-01', '2024-01-01'],
    ['this-fiscal-year', '2024-04-01', '2025-04-01'],
    ['last-fiscal-quarter', '2024-01-01', '2024-04-01'],
    ['last-7-days', '2024-05-08', '2024-05-15'],
    ['all-time', '1900-01-01', '2101-01-01'],
    ['2017-01-01..2017-12-31', '2017-01-01', '2018-01-01'],
    ['2024-02-29..2024-02-29', '2024-02-29', '2024-03-01'],
  ])('%s is from %s until %s', (text, from, until) => {
    expect(rangeOf(text, today, account)).toEqual({ from, until })
  })

  it.each([
    '',
    'soon',
    'last-days',
    '2024-02-30..2024-03-01',
    '2024-03-01..2024-02-01',
    '0001-01-01..2024-01-01',
    'last-century',
  ])('is not %j', (text) => {
    expect(rangeOf(text, today, account)).toBeNull()
  })

  it('starts a fiscal year last year when today is before its first month', () => {
    expect(rangeOf('this-fiscal-year', '2024-03-31', account)).toEqual({ from: '2023-04-01', until: '2024-04-01' })
  })
})

describe('a comparison', () => {
  it('is as long as the range and ends where it starts', () => {
    expect(previousPeriod({ from: '2024-03-01', until: '2024-04-01' })).toEqual({
      from: '2024-01-30',
      until: '2024-03-01',
    })
  })

  it('with the year before keeps the days', () => {
    expect(previousYear({ from: '2024-02-29', until: '2024-03-01' })).toEqual({
      from: '2023-02-28',
      until: '2023-03-01',
    })
  })

  it('with the year before has the whole month where the range has it', () => {
    expect(previousYear({ from: '2025-02-01', until: '2025-03-01' })).toEqual({
      from: '2024-02-01',
      until: '2024-03-01',
    })
    expect(previousYear({ from: '2024-02-01', until: '2024-02-29' })).toEqual({
      from: '2023-02-01',
      until: '2023-03-01',
    })
  })

  it('with all time does not exist', () => {
    expect(previousPeriod({ from: '1900-01-01', until: '2101-01-01' })).toBeNull()
  })
})

const days = fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 1500 })).map(([start, length]) => {
  const from = Temporal.PlainDate.from('1990-01-01').add({ days: start })
  return { from: from.toString(), until: from.add({ days: length }).toString() }
})

describe('periods', () => {
  it('touch each other, cover the range and start no later than it', () =>
    fc.assert(
      fc.property(days, fc.constantFrom(...grains), fc.integer({ min: 1, max: 7 }), (range, grain, weekStart) => {
        const periods = periodsIn(range, grain, { ...account, weekStart })
        expect((periods[0] ?? '') <= range.from).toBe(true)
        expect(periods.map((first) => periodRange(first, grain).until).slice(0, -1)).toEqual(periods.slice(1))
        expect((periodRange(periods.at(-1) ?? '', grain).until ?? '') >= range.until).toBe(true)
      }),
    ))

  it.each([
    [7, ['daily']],
    [31, ['daily', 'weekly', 'monthly']],
    [92, ['daily', 'weekly', 'monthly', 'quarterly']],
    [365, ['weekly', 'monthly', 'quarterly', 'yearly']],
    [1000, ['monthly', 'quarterly', 'yearly']],
  ])('of %i days offer %j', (length, expected) => {
    expect(offeredGrains(length)).toEqual(expected)
  })

  it('are by default the finest of at most 31 points that the length offers', () =>
    fc.assert(
      fc.property(days, (range) => {
        const grain = defaultGrain(range, account)
        const finer = offeredGrains(daysIn(range)).slice(0, offeredGrains(daysIn(range)).indexOf(grain))
        expect(finer.every((each) => periodsIn(range, each, account).length > 31)).toBe(true)
      }),
    ))
})
