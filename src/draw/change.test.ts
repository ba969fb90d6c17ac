import { expect, it } from 'vitest'
import { changeIn, changeOf, changeText } from './change.ts'
import { drawnWordsIn } from './words.ts'

it.each([
  ['an amount in percent of what it was', 30, 40, 'money', -25],
  ['a rate in points', 33, 34.5, 'percent', -1.5],
  ['a rate that was nothing in points too', 12, 0, 'percent', 12],
  ['an amount that was nothing not at all', 12, 0, 'money', null],
  ['what there was none of not at all', 12, null, 'percent', null],
] as const)('compares %s', (_what, current, previous, kind, expected) => {
  expect(changeOf(current, previous, kind)).toBe(expected)
})

it('has no change of what has not begun', () => {
  expect(changeIn({ value: 0, previous: 40, ahead: true }, 'money')).toBeNull()
  expect(changeIn({ value: 0, previous: 40, ahead: false }, 'money')).toBe(-100)
})

it.each([
  [12.34, 'money', '+12.3%'],
  [-5, 'number', '−5%'],
  [0, 'money', '0%'],
  [1.5, 'percent', '+1.5 pts'],
  [-2, 'percent', '−2 pts'],
] as const)('writes a change of %s in %s with its sign: %s', (by, kind, expected) => {
  expect(changeText(by, kind, { language: 'en', tell: drawnWordsIn('en') })).toBe(expected)
})
