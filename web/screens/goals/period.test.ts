import { describe, expect, it } from 'vitest'
import { lengthOf, periodAround, periodName, periodsAround } from './period.ts'

describe('a period', () => {
  it('is the month or the quarter that a day is in, its last day included', () => {
    expect(periodAround('2024-02-10', 'month')).toEqual({ startsOn: '2024-02-01', endsOn: '2024-02-29' })
    expect(periodAround('2024-12-31', 'quarter')).toEqual({ startsOn: '2024-10-01', endsOn: '2024-12-31' })
  })

  it('is known by its days', () => {
    expect(lengthOf({ startsOn: '2024-01-01', endsOn: '2024-03-31' })).toBe('quarter')
    expect(lengthOf({ startsOn: '2024-01-02', endsOn: '2024-01-31' })).toBe('days')
    expect(periodName({ startsOn: '2024-04-01', endsOn: '2024-06-30' }, 'en')).toBe('Q2 2024')
    expect(periodName({ startsOn: '2024-04-01', endsOn: '2024-04-30' }, 'en')).toBe('April 2024')
  })

  it('is offered a year back and a year ahead', () => {
    const quarters = periodsAround('2024-02-10', 'quarter').map(({ startsOn }) => startsOn)
    expect([quarters.length, quarters[0], quarters.at(-1)]).toEqual([9, '2025-01-01', '2023-01-01'])
  })
})
