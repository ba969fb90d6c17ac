import { describe, expect, it } from 'vitest'
import { ago, day, days } from './days.ts'
import { duration } from './duration.ts'
import type { Locale } from './locale.ts'
import { exact, nothing, short } from './looks.ts'
import { size } from './numbers.ts'

const english: Locale = { language: 'en-GB', currency: 'EUR', timeZone: 'Europe/Amsterdam' }
const dutch: Locale = { ...english, language: 'nl-NL' }
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f\u2009]/g, ' ')

describe('an exact figure', () => {
  it.each([
    [1284, 'number', english, '1,284'],
    [1284, 'number', dutch, '1.284'],
    [12.34, 'number', english, '12.3'],
    [0, 'number', english, '0'],
    [1234.5, 'money', english, '€1,234.50'],
    [1000, 'money', english, '€1,000'],
    [63.2, 'percent', english, '63.2%'],
    [93_600_000, 'duration', english, '1 d 2 h'],
    ['2017-03-31', 'day', english, '31 Mar 2017'],
    ['2017-03-31T22:30:00Z', 'instant', english, '1 Apr 2017, 00:30'],
    ['Ann', 'text', english, 'Ann'],
  ] as const)('of %s as %s reads %#', (value, kind, locale, text) => {
    expect(plain(exact(value, kind, locale))).toBe(text)
  })

  it('has a fraction where the others in its column have one', () => {
    expect(plain(exact(1000, 'money', english, true))).toBe('€1,000.00')
    expect(exact(4, 'number', english, true)).toBe('4.0')
  })

  it('that is missing is a dash and never zero', () => {
    for (const kind of ['number', 'money', 'percent', 'duration', 'day', 'instant', 'text'] as const) {
      expect(exact(null, kind, english)).toBe(nothing)
    }
    expect(short(null, 'money', english)).toBe(nothing)
  })
})

describe('a short figure', () => {
  it.each([
    [1_234_567, 'money', '€ 1.2 M'],
    [999_999, 'money', '€ 1 M'],
    [950, 'money', '€ 950'],
    [12_500, 'number', '12.5 k'],
    [4_000_000_000, 'number', '4 B'],
    [-2_500_000, 'money', '−€ 2.5 M'],
    [63.25, 'percent', '63.3%'],
  ] as const)('of %s as %s is %s', (value, kind, text) => {
    expect(plain(short(value, kind, english))).toBe(text)
  })
})

describe('a duration', () => {
  it.each([
    [0, '0 s'],
    [59_000, '59 s'],
    [60_000, '1 m'],
    [7_500_000, '2 h 5 m'],
    [86_399_999, '1 d'],
    [100_800_000, '1 d 4 h'],
    [-3_600_000, '−1 h'],
  ] as const)('of %i ms is said %s', (ms, text) => {
    expect(duration(ms, 'en')).toBe(text)
  })
})

describe('a date', () => {
  it('is in the order of the reader', () => {
    expect(day('2017-03-31', 'en-US')).toBe('Mar 31, 2017')
    expect(day('2017-03-31', 'nl-NL')).toBe('31 mrt 2017')
  })

  it('range ends on its last day, which is before `until`', () => {
    expect(plain(days('2017-01-01', '2018-01-01', 'en-GB'))).toBe('1 Jan – 31 Dec 2017')
    expect(plain(days('2017-01-01', '2017-01-02', 'en-GB'))).toBe('1 Jan 2017')
    expect(days(null, null, 'en-GB')).toBe('')
  })

  it('of long ago is said in whole units', () => {
    const now = Date.parse('2026-01-01T12:00:00Z')
    expect(ago('2026-01-01T11:58:00Z', now, 'en-GB')).toBe('2 min ago')
    expect(ago('2025-12-31T12:00:00Z', now, 'en-GB')).toBe('yesterday')
    expect(ago('2026-01-01T12:00:00Z', now, 'en-GB')).toBe('now')
  })
})

it('says sizes with their unit', () => {
  expect(plain(size(812_345, 'en-GB'))).toBe('812 kB')
  expect(plain(size(1_234_567, 'en-GB'))).toBe('1.2 MB')
  expect(plain(size(0, 'en-GB'))).toBe('0 byte')
})
