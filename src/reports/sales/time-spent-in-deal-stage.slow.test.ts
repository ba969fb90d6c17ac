import { afterAll, expect, it } from 'vitest'
import { exampleFolder } from '../../../fixtures/example-folder.ts'
import { ask } from '../../answer/index.ts'
import example from './time-spent-in-deal-stage.example.ts'

const folder = await exampleFolder(example.given)
afterAll(() => folder.remove())

const days = (milliseconds: number | null | undefined) => (milliseconds ?? 0) / 86_400_000

it.each([
  ['cumulative', [6, 13]],
  ['span', [9, 15]],
])('measures the time of a deal that came back by %s', async (method, expected) => {
  const { rows } = await ask(folder.asking(example.today), 'sales/time-spent-in-deal-stage', {
    ...example.question,
    filters: [{ field: 'deal.name', is: 'any-of', values: ['X'] }],
    settings: { method },
  })
  expect(rows.map(({ values }) => days(values.average_time))).toEqual(expected)
})
