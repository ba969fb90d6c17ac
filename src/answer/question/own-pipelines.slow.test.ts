import { afterAll, describe, expect, it } from 'vitest'
import { exampleFolder } from '../../../fixtures/example-folder.ts'
import { table } from '../../reports/example.ts'
import { ask } from '../ask.ts'
import { peopleOf } from '../page/people.ts'
import { type Question, question } from './question.ts'

/** Support stands first in the account's order, and nobody said whom Sales is for: it was landed before pipelines said so. */
const folder = await exampleFolder({
  pipeline: table`
    id      | label   | display_order | object
    support | Support | 0             | ticket
    sales   | Sales   | 1             |
  `,
  stage: table`
    id     | label   | pipeline_id | display_order | is_closed | is_won | probability
    opened | Opened  | support     | 0             | false     | false  | 10
    solved | Solved  | support     | 1             | true      | true   | 100
    new    | New     | sales       | 0             | false     | false  | 20
    won    | Won     | sales       | 1             | true      | true   | 100
  `,
  deal: table`
    id  | name  | stage_id | pipeline_id | amount_in_currency | created_at           | closed_at
    one | Alder | won      | sales       | 100                | 2024-01-02T09:00:00Z | 2024-01-20
    two | Birch | new      | sales       | 200                | 2024-01-03T09:00:00Z | 2024-01-25
  `,
})
afterAll(() => folder.remove())

const asking = folder.asking('2024-02-01')
const answered = (report: string, asked: Question) =>
  ask(asking, report, question.parse({ range: '2024-01-01..2024-01-31', ...asked }))

describe('A pipeline', () => {
  it('is known with the kind of record that it is for', () => {
    expect(peopleOf(asking).pipelines.map(({ id, object }) => [id, object])).toEqual([
      ['support', 'ticket'],
      ['sales', 'deal'],
    ])
  })

  it('of tickets is never the one that a report on deals chooses by itself, nor are its stages steps', async () => {
    const { question, rows } = await answered('sales/deal-funnel', {})
    expect(question.pipeline).toBe('sales')
    expect(rows.map(({ by }) => by?.key)).toEqual(['new', 'won'])
  })

  it.each<[string, string, Question, string]>([
    [
      'chosen by its name',
      'sales/deals-won-and-lost',
      { pipeline: 'Support' },
      "The pipeline 'Support' is for tickets",
    ],
    ['chosen by its id', 'sales/deal-funnel', { pipeline: 'support' }, "The pipeline 'support' is for tickets"],
    ['in a setting', 'sales/deal-funnel', { settings: { stages: 'new,opened' } }, "The stage 'opened' is for tickets"],
    [
      'in a filter on it',
      'sales/deals-won-and-lost',
      { filters: [{ field: 'pipeline.label', is: 'any-of', values: ['Support'] }] },
      "The pipeline 'Support' is for tickets",
    ],
    [
      'in a filter on a stage of it',
      'sales/deals-won-and-lost',
      { filters: [{ field: 'stage.label', is: 'none-of', values: ['Solved'] }] },
      "The stage 'Solved' is for tickets",
    ],
  ])('of tickets is refused in a report on deals, %s', async (_where, report, asked, sentence) => {
    await expect(answered(report, asked)).rejects.toThrow(sentence)
  })
})
