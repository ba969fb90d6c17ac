import { expect, it } from 'vitest'
import { seenIn } from './seen.ts'

it.each([
  ['deals.csv', '2024-06-01', '2024-06-01T12:00:00Z', false],
  ['deals-2024-03-31.csv', '2024-03-31', '2024-03-31T21:59:59.999Z', true],
  ['20240331 deals.csv', '2024-03-31', '2024-03-31T21:59:59.999Z', true],
  ['deals-2024-06-01.csv', '2024-06-01', '2024-06-01T12:00:00Z', true],
  ['deals-2024-06-02.csv', '2024-06-01', '2024-06-01T12:00:00Z', false],
  ['deals-2024-02-30.csv', '2024-06-01', '2024-06-01T12:00:00Z', false],
  ['2024-01-01 to 2024-03-31.csv', '2024-06-01', '2024-06-01T12:00:00Z', false],
  ['invoice 120240331.csv', '2024-06-01', '2024-06-01T12:00:00Z', false],
])('%s shows its records as they were on %s', (name, day, at, isDated) => {
  expect(seenIn(name, '2024-06-01T12:00:00Z', 'Europe/Amsterdam')).toEqual({ day, at, isDated })
})
