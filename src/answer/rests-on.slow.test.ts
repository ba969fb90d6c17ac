import { afterAll, describe, expect, it } from 'vitest'
import { exampleFolder } from '../../fixtures/example-folder.ts'
import { salesStages, table } from '../reports/example.ts'
import { ask } from './ask.ts'
import type { Question } from './question.ts'
import { records } from './records.ts'

/** A log tells of the first deal; the second stood in two lists of deals, the third was never told of. */
const folder = await exampleFolder({
  stage: salesStages,
  pipeline: table`
    id    | label
    sales | Sales
  `,
  owner: table`
    id  | name | active
    ann | Ann  | true
    bob | Bob  | true
  `,
  deal: table`
    id     | name   | owner_id | stage_id    | pipeline_id | amount_in_currency | currency | created_at           | closed_at
    logged | Logged | ann      | won         | sales       | 100                | EUR      | 2024-01-01T09:00:00Z | 2024-02-10T10:00:00Z
    listed | Listed | ann      | won         | sales       | 200                | EUR      | 2024-01-01T09:00:00Z | 2024-02-20T10:00:00Z
    untold | Untold | bob      | contract    | sales       | 300                | XXX      | 2024-01-05T09:00:00Z | 2024-03-01T10:00:00Z
    open   | Open   | bob      | won         | sales       | 400                | EUR      | 2024-01-05T09:00:00Z |
  `,
  property_change: table`
    id | entity | record_id | property           | value       | changed_at           | seen_at              | rank | value_before | origin
    1  | deal   | logged    | stage_id           | appointment | 2024-01-01T09:00:00Z |                      |      |              | log
    2  | deal   | logged    | stage_id           | won         | 2024-02-10T10:00:00Z |                      |      |              | log
    3  | deal   | logged    | amount_in_currency | 100         | 2024-01-01T09:00:00Z |                      |      |              | log
    4  | deal   | listed    | stage_id           | contract    | 2024-01-31T20:00:00Z | 2024-01-31T20:00:00Z |      |              | inferred
    5  | deal   | listed    | amount_in_currency | 200         | 2024-01-31T20:00:00Z | 2024-01-31T20:00:00Z |      |              | inferred
    6  | deal   | listed    | stage_id           | won         | 2024-02-20T10:00:00Z | 2024-02-29T20:00:00Z | 1    | appointment  | inferred
    7  | deal   | open      | stage_id           | won         | 2024-01-05T09:00:00Z | 2024-02-29T20:00:00Z | 1    | appointment  | inferred
  `,
})
afterAll(folder.remove)

const quarter = '2024-01-01..2024-03-31'
const asking = folder.asking('2024-03-31')

const notes = async (report: string, question: Question = { range: quarter }) =>
  Object.fromEntries((await ask(asking, report, question)).restsOn.map(({ key, note }) => [key, note]))

async function opened(report: string, note: string, question: Question = { range: quarter }) {
  const { measures, restsOn } = await ask(asking, report, question)
  const page = await records(asking, report, { question, cell: { measure: measures[0]?.key ?? '', note } })
  const { count } = restsOn.find(({ key }) => key === note) ?? {}
  expect([page.figure, page.count, page.rows.length]).toEqual([count, count, count])
  return page.rows.map(({ id }) => id).sort()
}

describe('An answer', () => {
  it('says how much of it rests on inferred history, and opens that', async () => {
    expect(await notes('sales/time-spent-in-deal-stage')).toEqual({
      'inferred-history':
        'Inferred history: 1 of 2 times in stages. No log tells all of their changes; the rest is concluded from lists and dates.',
      'missing-date':
        'No close date: 1 time of a deal in a stage. They are in no range of days, so they count over all time only.',
    })
    expect(await opened('sales/time-spent-in-deal-stage', 'inferred-history')).toEqual(['listed:contract'])
  })
})
