import { expect, it } from 'vitest'
import { foundByWord } from './found-by-word.ts'

it.each([
  ['Deals won & lost', 'lost deal', true],
  ['Deals won & lost', 'on', false],
  ['Deals won & lost', ' ', true],
  ['Où va l’argent ?', 'ARGENT', true],
])('in %o looks for %o by the beginnings of its words', (text, search, found) => {
  expect(foundByWord(text, search)).toBe(found)
})
