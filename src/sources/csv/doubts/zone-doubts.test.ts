import { expect, it } from 'vitest'
import { doubtsOf } from '../imported.fixture.ts'

const deals = (...closed: readonly string[]): string =>
  [
    'Deal ID,Deal name,Owner,Stage,Amount,Created,Close date',
    ...closed.map((at, id) => `${id},Roof,Ann,Won,5,2024-01-05,${at}`),
    '',
  ].join('\n')

it.each([
  ['of one hour', ['2024-01-31T23:00:00Z', '2024-02-29T23:00:00Z'], '23:00'],
  ['of winter and summer', ['2024-01-31T23:00:00Z', '2024-06-30T22:00:00Z'], '22:00 or 23:00'],
  ['with an offset', ['2024-01-31T00:00:00+01:00', '2024-02-29T00:00:00+01:00'], '23:00'],
])('midnights of another zone, %s, are a doubt', async (_what, closed, clock) => {
  expect(await doubtsOf(deals(...closed))).toEqual([
    `Each 'Close date' in deals.csv is at ${clock} in UTC, such as ${closed[0]}: they look like midnights of another time zone, and fall on the day before. Write "plumbline settings --time-zone Europe/Amsterdam", or the company's own, where it is another.`,
  ])
})

it.each([
  ['noons', ['2024-01-31T12:00:00Z', '2024-02-29T12:00:00Z']],
  ['midnights of the company', ['2024-01-31T00:00:00Z', '2024-02-29T00:00:00Z']],
  ['evenings', ['2024-01-31T17:10:00Z', '2024-02-29T20:15:00Z', '2024-03-29T21:15:00Z']],
  ['a single time', ['2024-01-31T23:00:00Z', '']],
])('%s are none', async (_what, closed) => {
  expect(await doubtsOf(deals(...closed))).toEqual([])
})

it('times with and without a zone in one column are a doubt', async () => {
  expect(await doubtsOf(deals('2024-01-31T10:00:00Z', '2024-02-29 11:00'))).toEqual([
    "'Close date' in deals.csv has times with a zone (2024-01-31T10:00:00Z) and without (2024-02-29 11:00): those without are read as of UTC.",
  ])
})
