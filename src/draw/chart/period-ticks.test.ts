import { describe, expect, it } from 'vitest'
import { periodTicks } from './period-ticks.ts'

const months = ['Nov 2024', 'Dec 2024', 'Jan 2025', 'Feb 2025']

describe('the labels of a time axis', () => {
  it('tell the year only where it changes', () => {
    expect(periodTicks(months, 800)).toEqual(['Nov\n2024', 'Dec', 'Jan\n2025', 'Feb'])
  })

  it('are evenly spaced when there is room for a few only', () => {
    expect(periodTicks(months, 100)).toEqual(['Nov\n2024', '', 'Jan\n2025', ''])
  })

  it('are left as they are without a year of their own', () => {
    expect(periodTicks(['2024', '2025'], 800)).toEqual(['2024', '2025'])
  })
})
