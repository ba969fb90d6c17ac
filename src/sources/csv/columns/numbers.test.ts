import { describe, expect, it } from 'vitest'
import { fc } from '../../../../fixtures/seeded.ts'
import { decimalIn, readNumber, writtenNumber } from './numbers.ts'

describe('a number', () => {
  it.each([
    ['1,234.56', '1234.56', null],
    ['1.234,56', null, '1234.56'],
    ['€ 1.200', '1.200', '1200'],
    ['1.200 €', '1.200', '1200'],
    ['(500)', '-500', '-500'],
    ['500-', '-500', '-500'],
    ['12 %', '12', '12'],
    ["1'234.50", '1234.50', null],
    ['1 234,5', null, '1234.5'],
    ['USD 500', '500', '500'],
    ['1,5', null, '1.5'],
    ['.5', '.5', null],
    ['5.250', '5.250', '5250'],
    ['86.9k', '86900', null],
    ['86,9 k€', null, '86900'],
    ['$1.2M', '1200000', null],
    ['1,5 Mio. €', null, '1500000'],
    ['1.234567k', '1234.567', null],
    ['$(500)', '-500', '-500'],
    ['€ 1.200,-', null, '1200'],
    ['1200,–', null, '1200'],
    ['1 234 567,89 kr.', null, '1234567.89'],
    ['1\u202f234,5', null, '1234.5'],
    ['CHF 1’234.50', '1234.50', null],
    ['12 34', null, null],
    ['abc', null, null],
    ['12-31', null, null],
    ['1,2,3', null, null],
  ])('%s is %s with a point and %s with a comma', (text, point, comma) => {
    expect([readNumber(text, '.'), readNumber(text, ',')]).toEqual([point === '.5' ? '0.5' : point, comma])
  })

  it.each([
    ['1.234,56', ','],
    ['1,234.56', '.'],
    ['0,5', ','],
    ['1.234.567', ','],
    ['1.234', null],
    ['1234', null],
  ])('%s tells the decimal sign %s', (text, sign) => {
    expect(decimalIn(text)).toBe(sign)
  })

  it('knows the currency it is written with', () => {
    const written = ['€ 5', '5 kr.', 'Kr 5', 'EUR 5', 'US$5', '$5', 'R$ 5', '¥5', '5']
    expect(written.map((text) => writtenNumber(text)?.currency)).toEqual([
      'EUR',
      'kr',
      'kr',
      'EUR',
      'USD',
      '$',
      'BRL',
      '¥',
      null,
    ])
  })

  it('comes back from the way a locale writes it', () => {
    const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
    fc.assert(
      fc.property(cents, fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'de-CH'), (amount, locale) => {
        const text = (amount / 100).toLocaleString(locale, { minimumFractionDigits: 2 })
        const decimal = locale === 'de-DE' || locale === 'fr-FR' ? ',' : '.'
        expect(Number(readNumber(text, decimal))).toBe(amount / 100)
      }),
    )
  })
})
