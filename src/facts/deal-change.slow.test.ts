import { afterAll, expect, it } from 'vitest'
import { exampleFolder } from '../../fixtures/example-folder.ts'
import { table } from '../reports/example.ts'

const folder = await exampleFolder({
  stage: table`
    id          | label       | pipeline_id | display_order | probability | is_closed | is_won
    appointment | Appointment | sales       | 1             | 20          | false     | false
    contract    | Contract    | sales       | 2             | 80          | false     | false
    won         | Closed won  | sales       | 3             | 100         | true      | true
    paid        | Paid        | sales       | 4             | 100         | true      | true
    lost        | Closed lost | sales       | 5             | 0           | true      | false
    offer       | Offer       | partners    | 1             | 50          | false     | false
  `,
  deal: table`
    id      | stage_id    | amount_in_currency | owner_id | pipeline_id | created_at
    moves   | offer       | 10                 | ann      | partners    | 2024-01-01T09:00:00Z
    closes  | paid        | 10                 | ann      | sales       | 2024-01-01T09:00:00Z
    worth   | appointment | 20                 | ann      | sales       | 2024-01-01T09:00:00Z
    plans   | won         | 10                 | ann      | sales       | 2024-01-01T09:00:00Z
    replans | lost        | 10                 | ann      | sales       | 2024-01-01T09:00:00Z
    silent  | appointment | 10                 | ann      | sales       |
    hours   | contract    | 10                 | ann      | sales       | 2024-01-01T09:00:00Z
  `,
  property_change: table`
    id | entity | record_id | property           | value                | changed_at           | changed_by
    1  | deal   | moves     | stage_id           | contract             | 2024-01-01T09:00:00Z | ann
    2  | deal   | moves     | stage_id           | appointment          | 2024-01-02T09:00:00Z | bob
    3  | deal   | moves     | stage_id           | contract             | 2024-01-03T09:00:00Z | bob
    4  | deal   | moves     | stage_id           | contract             | 2024-01-04T09:00:00Z | bob
    5  | deal   | moves     | stage_id           | nowhere              | 2024-01-05T09:00:00Z | bob
    6  | deal   | moves     | stage_id           | offer                | 2024-01-06T09:00:00Z | bob
    7  | deal   | closes    | stage_id           | appointment          | 2024-01-01T09:00:00Z | ann
    8  | deal   | closes    | stage_id           | lost                 | 2024-01-02T09:00:00Z | ann
    9  | deal   | closes    | stage_id           | contract             | 2024-01-03T09:00:00Z | ann
    10 | deal   | closes    | stage_id           | won                  | 2024-01-04T09:00:00Z | ann
    11 | deal   | closes    | stage_id           | lost                 | 2024-01-05T09:00:00Z | ann
    12 | deal   | closes    | stage_id           | won                  | 2024-01-06T09:00:00Z | ann
    13 | deal   | closes    | stage_id           | paid                 | 2024-01-07T09:00:00Z | ann
    14 | deal   | worth     | amount_in_currency | 50                   | 2024-01-02T09:00:00Z | ann
    15 | deal   | worth     | amount_in_currency | 20                   | 2024-01-03T09:00:00Z | ann
    16 | deal   | plans     | closed_at          | 2024-02-01           | 2024-01-01T09:00:00Z | ann
    17 | deal   | plans     | closed_at          | 2024-03-01           | 2024-01-02T09:00:00Z | ann
    18 | deal   | plans     | closed_at          | 2024-02-15           | 2024-01-03T09:00:00Z | ann
    19 | deal   | plans     | stage_id           | contract             | 2024-01-01T09:00:00Z | ann
    20 | deal   | plans     | stage_id           | won                  | 2024-01-20T09:00:00Z | ann
    21 | deal   | plans     | closed_at          | 2024-01-20T09:00:01Z | 2024-01-20T09:00:01Z | ann
    22 | deal   | replans   | stage_id           | contract             | 2024-01-01T09:00:00Z | ann
    23 | deal   | replans   | closed_at          | 2024-02-01           | 2024-01-02T09:00:00Z | ann
    24 | deal   | replans   | closed_at          |                      | 2024-01-03T09:00:00Z | ann
    25 | deal   | replans   | closed_at          | 2024-03-01           | 2024-01-20T09:00:00Z | bob
    40 | deal   | hours     | closed_at          | 2024-02-01T08:00:00Z | 2024-01-02T09:00:00Z | ann
    41 | deal   | hours     | closed_at          | 2024-02-01T17:00:00Z | 2024-01-03T09:00:00Z | ann
    26 | deal   | replans   | stage_id           | lost                 | 2024-01-20T09:00:00Z | ann
  `,
})
afterAll(folder.remove)

const changesOf = async (deal: string, columns: string) =>
  (
    await folder.data.warehouse.run({
      sql: `SELECT ${columns} FROM deal_change WHERE deal_id = $1 ORDER BY changed_at, kind`,
      values: [deal],
      columns: [],
    })
  ).rows

it('tells forward from backward by the order of one pipeline', async () => {
  expect(await changesOf('moves', 'kind, value_before, value_after, changed_by_id')).toEqual([
    ['CREATED', null, 'Contract', 'ann'],
    ['STAGE_BACKWARD', 'Contract', 'Appointment', 'bob'],
    ['STAGE_FORWARD', 'Appointment', 'Contract', 'bob'],
    ['STAGE_MOVED', 'Contract', 'nowhere', 'bob'],
    ['STAGE_MOVED', 'nowhere', 'Offer', 'bob'],
  ])
})

it('names the ways of closing, and of opening again', async () => {
  const kinds = ['CREATED', 'LOST', 'REOPENED', 'WON', 'LOST', 'WON', 'STAGE_FORWARD']
  expect(await changesOf('closes', 'kind')).toEqual(kinds.map((kind) => [kind]))
})

it('counts an amount that was not known as none', async () => {
  expect(await changesOf('worth', 'kind, value_before, amount_delta, amount')).toEqual([
    ['CREATED', null, null, null],
    ['AMOUNT_INCREASED', null, 50, 50],
    ['AMOUNT_DECREASED', '50', -30, 20],
  ])
})

it('does not list the close date that was stamped at closing', async () => {
  expect(await changesOf('plans', 'kind, closed_before_on, closed_on, days_moved')).toEqual([
    ['CREATED', '2024-02-01', '2024-02-01', null],
    ['CLOSE_DATE_PUSHED', '2024-02-01', '2024-03-01', 29],
    ['CLOSE_DATE_PULLED', '2024-03-01', '2024-02-15', -15],
    ['WON', '2024-02-15', '2024-02-15', null],
  ])
})

it('lists the close date that another person set at that time', async () => {
  expect(await changesOf('replans', 'kind, closed_before_on, closed_on')).toEqual([
    ['CREATED', null, null],
    ['CLOSE_DATE_SET', null, '2024-02-01'],
    ['CLOSE_DATE_CLEARED', '2024-02-01', null],
    ['CLOSE_DATE_SET', null, '2024-03-01'],
    ['LOST', '2024-03-01', '2024-03-01'],
  ])
})

it('does not call a close date moved that stays on its day', async () => {
  expect(await changesOf('hours', 'kind')).toEqual([['CREATED'], ['CLOSE_DATE_SET']])
})

it('has nothing of a deal whose time is not known at all', async () => {
  expect(await changesOf('silent', 'kind')).toEqual([])
})
