import { expect, it } from 'vitest'
import { imported } from './imported.fixture.ts'

const header = 'Deal ID,Deal name,Owner,Stage,Amount,Created,Expected close date,Seats'
const good = Array.from({ length: 8 }, (_, at) => `${at},Roof,Ann,Won,100,2024-01-05,2024-02-01,5`)
const bad = [
  '11,Wall,Ann,Demo,100,2024-01-05,2024-02-30,5',
  '12,Wall,Ann,Demo,abc,2024-01-05,2024-02-01,5',
  '13,Wall,Ann,Demo,100,soon,2024-02-01,5',
  '14,Wall,Ann,Won',
]
const files = { 'deals.csv': `${[header, ...good, ...bad, ...good].join('\n')}\n` }

it('a row that cannot be read says which column of its file holds what', async () => {
  const { rows } = await imported(files)
  const aside = rows('deal').filter(({ _reason }) => _reason)
  expect(aside.map(({ id, _line, _reason }) => [id, _line, _reason])).toEqual([
    [
      '11',
      10,
      "The column 'Expected close date' holds '2024-02-30', which is not a date and time like 2024-12-31T09:30:00Z.",
    ],
    ['12', 11, "The column 'Amount' holds 'abc', which is not an amount."],
    ['13', 12, "The column 'Created' holds 'soon', which is not a date and time like 2024-12-31T09:30:00Z."],
    [null, 13, 'The row has 4 cells, the header has 8.'],
  ])
})

it('a row that cannot be read leaves no history behind, to be counted as unreadable too', async () => {
  const { rows } = await imported(files)
  const seen = new Set(rows('property_change').map(({ record_id }) => record_id))
  expect([...seen]).toEqual(['0', '1', '2', '3', '4', '5', '6', '7'])
})

it('numbers that a program wrote with an exponent are read', async () => {
  const { rows } = await imported({ 'deals.csv': `${header}\n1,Roof,Ann,Won,1.5e+06,2024-01-05,2024-02-01,5\n` })
  expect(rows('deal')[0]).toMatchObject({ amount_in_currency: '1500000' })
})
