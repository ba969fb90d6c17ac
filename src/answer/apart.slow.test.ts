import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ExampleFolder, exampleFolder } from '../../fixtures/example-folder.ts'
import { eightDeals } from '../reports/sales/deal-pipeline-waterfall.example.ts'
import { ask } from './ask.ts'
import type { Question } from './question.ts'

let folder: ExampleFolder
beforeAll(async () => {
  folder = await exampleFolder(eightDeals)
})
afterAll(() => folder.remove())

it.each<[string, string]>([
  ['sales/deal-pipeline-waterfall', 'Not broken down by pipeline'],
  ['sales/deal-funnel', 'Not broken down by pipeline'],
])('%s says that a break-down gave way', async (id, said) => {
  const { notes } = await ask(folder.asking('2024-07-10'), id, { by: 'owner', breakdown: 'pipeline' })
  expect(notes).toContainEqual(expect.stringContaining(said))
})

it.each<[string, Question, 'by' | 'breakdown']>([
  ['sales/deal-pipeline-waterfall', { by: 'none' }, 'by'],
  ['sales/deal-pipeline-waterfall', { by: 'owner' }, 'breakdown'],
  ['sales/deal-pipeline-waterfall', { by: 'none', breakdown: 'owner' }, 'by'],
  ['sales/deal-funnel', { by: 'none' }, 'by'],
  ['sales/deal-funnel', { by: 'owner' }, 'breakdown'],
])('%s %j never adds what is no part of one', async (id, question, name) => {
  const own = id === 'sales/deal-funnel' ? 'stage' : 'bar'
  const {
    rows,
    question: settled,
    hasTotal,
  } = await ask(folder.asking('2024-07-10'), id, { ...question, range: '2024-04-01..2024-06-30' })
  expect([settled[name], hasTotal]).toEqual([own, false])
  expect(rows.every((row) => row[name] !== null)).toBe(true)
})
