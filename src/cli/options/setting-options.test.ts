import { describe, expect, it } from 'vitest'
import { readCurrency, readMonth, readTimeZone, readWeekday } from './setting-options.ts'

describe('the settings on the command line', () => {
  it.each([
    [readWeekday, 'Sunday', 7],
    [readWeekday, '1', 1],
    [readMonth, 'april', 4],
    [readMonth, '12', 12],
    [readTimeZone, 'Europe/Amsterdam', 'Europe/Amsterdam'],
    [readCurrency, 'eur', 'EUR'],
  ] as const)('are read by %o from %s', (read, text, value) => {
    expect(read(text)).toBe(value)
  })

  it.each([
    [readWeekday, '0'],
    [readWeekday, 'someday'],
    [readMonth, '13'],
    [readTimeZone, 'Mars/Olympus'],
    [readCurrency, 'EURO'],
  ] as const)('are refused by %o when they say %s', (read, text) => {
    expect(() => read(text)).toThrow('It is')
  })
})
