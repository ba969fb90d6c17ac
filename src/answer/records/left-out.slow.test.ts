import { afterAll, expect, it } from 'vitest'
import { exampleFolder } from '../../../fixtures/example-folder.ts'
import { salesPipeline, table } from '../../reports/example.ts'
import type { Question } from '../question/question.ts'
import { records } from './records.ts'

const folder = await exampleFolder({
  ...salesPipeline,
  owner: table`
    id  | name | active
    ann | Ann  | true
  `,
  activity: table`
    id | type    | owner_id | occurred_at          | meeting_outcome | task_status | email_direction
    c  | CALL    | ann      | 2024-02-05T09:00:00Z |                 |             |
    e1 | EMAIL   | ann      | 2024-02-05T09:00:00Z |                 |             | EMAIL
    e2 | EMAIL   | ann      | 2024-02-05T09:00:00Z |                 |             |
    e3 | EMAIL   | ann      | 2024-02-05T09:00:00Z |                 |             | INCOMING_EMAIL
    e4 | EMAIL   | ann      | 2024-03-05T09:00:00Z |                 |             | INCOMING_EMAIL
    m1 | MEETING | ann      | 2024-02-05T09:00:00Z | CANCELED        |             |
    m2 | MEETING | ann      | 2024-02-05T09:00:00Z |                 |             |
    t1 | TASK    | ann      | 2024-02-05T09:00:00Z |                 | NOT_STARTED |
    t2 | TASK    | ann      |                      |                 | COMPLETED   |
    x  | POSTCARD | ann     | 2024-02-05T09:00:00Z |                 |             |
  `,
  deal: table`
    id      | name    | owner_id | stage_id    | pipeline_id | amount_in_currency | created_at           | closed_at
    open    | Open    | ann      | appointment | sales       | 100                | 2024-01-01T09:00:00Z | 2024-02-20T10:00:00Z
    odd     | Odd     | ann      | nowhere     | sales       | 200                | 2024-01-01T09:00:00Z | 2024-02-18T10:00:00Z
    none    | None    | ann      |             | sales       | 300                | 2024-01-01T09:00:00Z | 2024-02-18T10:00:00Z
    won     | Won     | ann      | won         | sales       | 400                | 2024-01-01T09:00:00Z | 2024-02-10T10:00:00Z
    undated | Undated | ann      | contract    | sales       | 500                | 2024-01-01T09:00:00Z |
    new     | New     | ann      | contract    | sales       | 600                | 2024-02-02T09:00:00Z |
  `,
})
afterAll(() => folder.remove())

const february = '2024-02-01..2024-02-29'
const page = (report: string, measure: string, question: Question, of: { by?: string; leftOut?: string }) =>
  records(folder.asking('2024-02-20'), `sales/${report}`, {
    question: { range: february, ...question },
    cell: { measure, ...(of.by === undefined ? {} : { by: of.by }) },
    ...(of.leftOut === undefined ? {} : { leftOut: of.leftOut }),
  })
const reasons = async (report: string, measure: string, question: Question, by?: string) =>
  (await page(report, measure, question, by === undefined ? {} : { by })).leftOut.map(
    ({ reason, count }) => `${reason} ${count}`,
  )

it('names each kind of activity that is no finished work', async () => {
  const all = await page('completed-activities', 'activities', {}, { by: 'ann' })
  expect(all.rows.map(({ id }) => id).sort()).toEqual(['c', 'e1'])
  const counts = all.leftOut.map(({ reason, count }) => [reason, count])
  expect(counts).toEqual([
    ['undated', 1],
    ['no-direction', 1],
    ['not-sent', 1],
    ['meeting', 2],
    ['task', 1],
    ['other', 1],
  ])
  const opened = await page('completed-activities', 'activities', {}, { by: 'ann', leftOut: 'meeting' })
  expect(opened.rows.map(({ id }) => id).sort()).toEqual(['m1', 'm2'])
})

it.each<[string, string, Question]>([
  ['deals-won-and-lost', 'won', {}],
  ['sales-velocity', 'velocity', {}],
  ['deal-velocity', 'deals', {}],
  ['deal-loss-reasons', 'lost', {}],
  ['average-deal-size', 'deals', { settings: { status: 'closed' } }],
  ['deal-revenue-by-source', 'deals', { settings: { status: 'won' } }],
])('tells a stage that nobody knows from an open one in %s', async (report, measure, question) => {
  expect(await reasons(report, measure, question)).toContain('unknown-stage 2')
})

it('tells the time in a stage that nobody knows from that in a closed one', async () => {
  const found = await reasons('time-spent-in-deal-stage', 'average_time', {}, undefined)
  expect(found).toContain('unknown-stage 1')
})

it.each([
  ['stages', 'reached'],
  ['in-order', 'deals'],
])('tells who is in no step of the funnel, %s, and whose stage nobody knows', async (tab, measure) => {
  const question = { tab, range: '2024-01-01..2024-02-29' } as const
  expect(await reasons('deal-funnel', measure, question, 'contract')).toContain('unknown-stage 2')
  const opened = await page('deal-funnel', measure, question, { by: 'contract', leftOut: 'unknown-stage' })
  expect(opened.rows.map(({ values }) => values[0]).sort()).toEqual(['None', 'Odd'])
  const few = { ...question, settings: { stages: 'won' } }
  expect(await reasons('deal-funnel', measure, few, 'won')).toContain('no-step 3')
})

it.each(['all-time', february])(
  'counts open deals without a close date out of the waterfall over %s',
  async (range) => {
    const before = await reasons('deal-pipeline-waterfall', 'amount', { range }, 'START')
    expect(before).toEqual(range === 'all-time' ? [] : ['undated 1'])
    expect(await reasons('deal-pipeline-waterfall', 'amount', { range }, 'END')).toEqual(['undated 2'])
    const opened = await page('deal-pipeline-waterfall', 'amount', { range }, { by: 'END', leftOut: 'undated' })
    expect(opened.rows.map(({ values }) => values[0]).sort()).toEqual(['New', 'Undated'])
  },
)
