import { describe, expect, it } from 'vitest'
import { dateInDigits } from './dates-in-digits.ts'

describe('a date in digits alone', () => {
  it.each([
    ['45352', '2024-03-01', null],
    ['45352.604166667', '2024-03-01', '14:30:00'],
    ['45352,5', '2024-03-01', '12:00:00'],
    ['20240229', '2024-02-29', null],
    ['20240301T143000Z', '2024-03-01', '14:30:00'],
    ['1709303400', '2024-03-01', '14:30:00'],
    ['1709303400000', '2024-03-01', '14:30:00'],
  ])('is read from %s', (text, day, time) => {
    expect(dateInDigits(text)).toMatchObject({ day, time })
  })

  it.each(['12', '99999', '10000', '20240230', '20241301', '1709', '2024-03-01', ''])('is not read from %j', (text) => {
    expect(dateInDigits(text)).toBe(null)
  })
})
