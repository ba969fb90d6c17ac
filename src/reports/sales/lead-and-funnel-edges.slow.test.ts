import { afterAll, describe, expect, it } from 'vitest'
import { exampleFolder } from '../../../fixtures/example-folder.ts'
import { ask, type Question, records, reportPage } from '../../answer/index.ts'
import { salesPipeline, table } from '../example.ts'

/** Noon of the 20th in Amsterdam is 11:00 UTC. */
const folder = await exampleFolder({
  ...salesPipeline,
  owner: table`
    id  | name | active
    ann | Ann  | true
  `,
  lead: table`
    id | name  | owner_id | stage | created_at           | first_outreach_at
    1  | Past  | ann      | NEW   | 2024-02-01T09:00:00Z | 2024-02-01T10:00:00Z
    2  | Ahead | ann      | NEW   | 2024-02-01T09:00:00Z | 2024-03-01T10:00:00Z
  `,
  deal: table`
    id   | name    | owner_id | stage_id    | pipeline_id | amount_in_currency | created_at           | closed_at
    a    | Alder   | ann      | contract    | sales       | 100                | 2024-02-01T09:00:00Z | 2024-02-20T10:00:00Z
    odd  | Odd     | ann      | nowhere     | sales       | 200                | 2024-02-01T09:00:00Z | 2024-02-18
    late | Tonight | ann      | won         | sales       | 400                | 2024-02-01T09:00:00Z | 2024-02-20T18:00:00Z
  `,
  property_change: table`
    id | entity | record_id | property | value       | changed_at
    1  | deal   | a         | stage_id | contract    | 2024-02-01T09:00:00Z
    2  | deal   | a         | stage_id | appointment | 2024-02-02T09:00:00Z
    3  | deal   | a         | stage_id | contract    | 2024-02-03T09:00:00Z
  `,
  activity: table`
    id | type | owner_id | subject | occurred_at          | created_at           | task_status
    t  | TASK | ann      | Call    | 2024-02-02T09:00:00Z | 2024-02-01T09:00:00Z | COMPLETED
  `,
})
afterAll(() => folder.remove())
const asking = folder.asking('2024-02-20')
const answered = (report: string, question: Question) =>
  ask(asking, `sales/${report}`, { range: '2024-02-01..2024-02-29', ...question })

it('tells the screen which steps of the lead journey are optional', async () => {
  const page = await reportPage(asking, 'sales/lead-funnel', 'journey')
  expect(page.settings.map(({ usual }) => usual)).toEqual([
    'lead,marketingqualifiedlead?,salesqualifiedlead?,opportunity,customer',
  ])
})

it('does not count outreach that is only planned', async () => {
  const { values } = (await answered('lead-funnel', {})).total
  expect([values.leads, values.contacted, values.to_first_contact]).toEqual([2, 1, 3_600_000])
})

describe('a stage that nobody knows', () => {
  it.each([
    ['deal-revenue-by-source', { settings: { deals: 'open' } }, 'deals'],
    ['average-deal-size', { settings: { deals: 'open' } }, 'deals'],
  ])('is open in %s', async (report, question, measure) => {
    const { settings } = await reportPage(asking, `sales/${report}`)
    const key = settings.find(({ options }) => options.some(({ value }) => value === 'open'))?.key ?? ''
    const { total } = await answered(report, { settings: { [key]: question.settings.deals } })
    expect([report, total.values[measure]]).toEqual([report, 2])
  })

  it('is open in the manual forecast', async () => {
    const opened = await records(asking, 'sales/manual-forecast', {
      question: { range: '2024-02-01..2024-02-29', filters: [{ field: 'kind', is: 'any-of', values: ['OPEN'] }] },
      cell: { measure: 'weighted' },
    })
    expect(opened.count).toBe(2)
  })
})

describe('a funnel', () => {
  it('follows the order that was chosen', async () => {
    const { rows } = await answered('deal-funnel', { settings: { stages: 'contract,appointment,won' } })
    expect(rows.map(({ by }) => by?.key)).toEqual(['contract', 'appointment', 'won'])
    const inOrder = await answered('deal-funnel', { tab: 'in-order', settings: { stages: 'contract,appointment' } })
    expect(inOrder.rows.map(({ by, values }) => [by?.key, values.deals])).toEqual([
      ['contract', 1],
      ['appointment', 1],
    ])
  })
})

describe('“so far”', () => {
  const asked = { question: { range: 'this-month-so-far' }, cell: { measure: 'won' } } as const

  it('ends now: what is dated later today is left out, and said', async () => {
    expect((await answered('deals-won-and-lost', { range: 'this-month-so-far' })).total.values.won).toBe(0)
    expect((await answered('deals-won-and-lost', { range: 'this-month' })).total.values.won).toBe(1)
    const { leftOut } = await records(asking, 'sales/deals-won-and-lost', asked)
    expect(leftOut).toContainEqual({ reason: 'later', label: 'Later than now', count: 1 })
  })
})
