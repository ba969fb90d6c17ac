import { expect, it } from 'vitest'
import { sayIn } from '../words/index.ts'
import { othersLabel } from './others.ts'

it.each([
  [{ count: 1, isAll: true }, '1 other'],
  [{ count: 1950, isAll: true }, '1,950 others'],
  [{ count: 250_000, isAll: false }, 'At least 250,000 others'],
])('%j are called %s', (others, label) => {
  expect(othersLabel(sayIn('en'), others)).toBe(label)
})
