import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ExampleFolder, exampleFolder } from '../../../fixtures/example-folder.ts'
import { eightDeals } from '../../reports/sales/deal-pipeline-waterfall.example.ts'
import { ask } from '../ask.ts'
import type { Question } from '../question/question.ts'
import { records } from '../records/records.ts'

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
  ['sales/lead-funnel', { tab: 'journey', by: 'none' }, 'by'],
  ['sales/lead-funnel', { tab: 'journey', by: 'owner' }, 'breakdown'],
])('%s %j never adds what is no part of one', async (id, question, name) => {
  const own = { 'sales/deal-funnel': 'stage', 'sales/lead-funnel': 'step' }[id] ?? 'bar'
  const {
    rows,
    question: settled,
    hasTotal,
  } = await ask(folder.asking('2024-07-10'), id, { ...question, range: '2024-04-01..2024-06-30' })
  expect([settled[name], hasTotal]).toEqual([own, false])
  expect(rows.every((row) => row[name] !== null)).toBe(true)
})

it.each<[string, string, Question, boolean]>([
  ['sales/deal-pipeline-waterfall', 'amount', { by: 'owner', compare: 'previous-period' }, true],
  ['sales/historical-snapshots', 'deals', { frequency: 'monthly' }, false],
])(
  '%s has no figure over several of its bars or moments, in an answer or a list',
  async (id, measure, asked, isSummed) => {
    const question = { ...asked, range: '2024-04-01..2024-06-30' }
    const { rows, margins, total, hasTotal } = await ask(folder.asking('2024-07-10'), id, question)
    const apart = margins.filter(({ by, period }) => (isSummed ? by !== null : period === null))
    expect([hasTotal, total.values[measure], total.previous?.[measure] ?? null]).toEqual([false, null, null])
    expect(apart.length).toBeGreaterThan(0)
    expect(
      apart.flatMap(({ values, previous }) => [...Object.values(values), ...Object.values(previous ?? {})]),
    ).not.toContainEqual(expect.any(Number))
    expect(rows.some(({ values }) => typeof values[measure] === 'number')).toBe(true)
    const page = await records(folder.asking('2024-07-10'), id, { question, cell: { measure } })
    expect([page.figure, page.count > 0]).toEqual([null, true])
  },
)
