import { describe, expect, it } from 'vitest'
import { periodAfter, periodLabel } from './periods.ts'

describe('a period', () => {
  it.each([
    ['daily', '3 Mar 2025', '2025-03-05'],
    ['weekly', '3 Mar 2025', '2025-03-17'],
    ['monthly', 'Mar 2025', '2025-05-03'],
    ['quarterly', 'Q1 2025', '2025-09-03'],
    ['yearly', '2025', '2027-03-03'],
  ] as const)('is said as the reader says it when %s', (frequency, label, later) => {
    expect(periodLabel('2025-03-03', frequency, 'en-GB')).toBe(label)
    expect(periodAfter('2025-03-03', frequency, 2)).toBe(later)
  })
})
