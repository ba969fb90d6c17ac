import { expect, it } from 'vitest'
import { fc } from '../../fixtures/seeded.ts'
import { neutralised } from './formula.ts'

const signs = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']

it.each(signs)('takes the effect from a text that starts with %j', (sign) => {
  expect(neutralised(`${sign}HYPERLINK("https://evil.example")`)).toBe(`'${sign}HYPERLINK("https://evil.example")`)
})

it.each([
  ['a;=1+1;b', "a;'=1+1;b"],
  ['a\t=1+1', "a\t'=1+1"],
  ['first line\n=1+1', "first line\n'=1+1"],
  [';-1', ";'-1"],
])('also where a spreadsheet may cut the text in two: %j', (text, expected) => {
  expect(neutralised(text)).toBe(expected)
})

it.each(['', 'Bicycles & more', 'a = b', 'x@example.com', '1-2', 'a; b', 'a;b', 'two\nlines', '3 + 4', "'quoted"])(
  'leaves %j as it is',
  (text) => expect(neutralised(text)).toBe(text),
)

it('leaves no piece of any text that starts with a sign, and loses nothing', () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...signs, ';', "'", 'a', ' '), fc.string({ maxLength: 3 })))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (given) => {
      const safe = neutralised(given)
      expect(signs).not.toContain(safe.charAt(0))
      expect(safe).not.toMatch(/[;\t\r\n][=+\-@＝＋－＠]/)
      expect(safe.replaceAll("'", '')).toBe(given.replaceAll("'", ''))
    }),
  )
})
