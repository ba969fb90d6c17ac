import { afterAll, expect, it } from 'vitest'
import { exampleFolder } from '../../fixtures/example-folder.ts'
import { salesStages, table } from '../reports/example.ts'

const folder = await exampleFolder({
  stage: salesStages,
  exchange_rate: table`
    id | currency | rate | valid_from_on
    1  | USD      | 0.8  | 2024-01-01
    2  | USD      | 0.9  | 2024-02-01
  `,
  deal: table`
    id      | stage_id    | pipeline_id | owner_id | currency | amount_in_currency | closed_at            | created_at
    grows   | contract    | sales       | bob      |          | 300                | 2024-05-05T12:00:00Z | 2024-01-01T09:00:00Z
    dollars | contract    | sales       | ann      | usd      |                    | 2024-02-10T12:00:00Z | 2024-01-01T09:00:00Z
    abroad  | won         | sales       | ann      | USD      | 1000               | 2024-02-20T12:00:00Z | 2024-01-10T09:00:00Z
    unknown | contract    | sales       | ann      | XXX      | 100                | 2024-02-10T12:00:00Z | 2024-01-01T09:00:00Z
    closes  | lost        | sales       | ann      | EUR      | 50                 | 2024-04-04T12:00:00Z | 2024-01-01T09:00:00Z
    silent  | won         | sales       | ann      | EUR      | 50                 | 2024-03-31T22:30:00Z | 2024-01-01T09:00:00Z
    late    | contract    | sales       | ann      | EUR      | 50                 |                      | 2024-01-01T09:00:00Z
  `,
  property_change: table`
    id | entity | record_id | property           | value                | changed_at           | changed_by
    1  | deal   | grows     | stage_id           | appointment          | 2024-01-01T09:00:00Z | ann
    2  | deal   | grows     | amount_in_currency | 100                  | 2024-01-01T09:00:00Z | ann
    3  | deal   | grows     | owner_id           | ann                  | 2024-01-01T09:00:00Z | ann
    4  | deal   | grows     | amount_in_currency | 200                  | 2024-01-05T09:00:00Z | ann
    5  | deal   | grows     | stage_id           | contract             | 2024-01-05T09:00:00Z | bob
    6  | deal   | grows     | amount_in_currency | 200.00               | 2024-01-06T09:00:00Z | bob
    7  | deal   | grows     | amount_in_currency |                      | 2024-01-07T09:00:00Z | bob
    8  | deal   | grows     | amount_in_currency | many                 | 2024-01-08T09:00:00Z | bob
    9  | deal   | grows     | amount_in_currency | 300                  | 2024-01-09T09:00:00Z | bob
    10 | deal   | grows     | owner_id           | bob                  | 2024-01-10T09:00:00Z | bob
    11 | deal   | dollars   | amount_in_currency | 100                  | 2024-01-01T09:00:00Z | ann
    12 | deal   | dollars   | amount_in_currency |                      | 2024-01-02T09:00:00Z | ann
    13 | deal   | closes    | stage_id           | contract             | 2024-01-01T09:00:00Z | ann
    14 | deal   | closes    | stage_id           | won                  | 2024-02-01T09:00:00Z | ann
    15 | deal   | closes    | stage_id           | lost                 | 2024-02-02T09:00:00Z | ann
    16 | deal   | closes    | stage_id           | contract             | 2024-02-03T09:00:00Z | ann
    17 | deal   | closes    | stage_id           | lost                 | 2024-04-04T12:00:00Z | ann
    18 | deal   | closes    | closed_at          | 2024-03-31           | 2024-01-01T09:00:00Z | ann
    19 | deal   | closes    | closed_at          | 2024-04-04T12:00:00Z | 2024-04-04T12:00:00Z | ann
    20 | deal   | late      | stage_id           | contract             | 2024-01-15T09:00:00Z | ann
    23 | deal   | abroad    | stage_id           | contract             | 2024-01-10T09:00:00Z | ann
    24 | deal   | abroad    | closed_at          | 2024-01-25T12:00:00Z | 2024-01-10T09:00:00Z | ann
    25 | deal   | abroad    | closed_at          | 2024-02-10T12:00:00Z | 2024-01-20T09:00:00Z | ann
    26 | deal   | abroad    | stage_id           | won                  | 2024-02-20T12:00:00Z | ann
    27 | deal   | abroad    | closed_at          | 2024-02-20T12:00:00Z | 2024-02-20T12:00:00Z | ann
    21 | deal   | silent    | owner_id           | bob                  | 2024-01-02T09:00:00Z | ann
    22 | deal   | silent    | owner_id           | ann                  | 2024-01-03T09:00:00Z | ann
  `,
})
afterAll(folder.remove)

const rowsOf = async (deal: string, columns: string, where = 'true') =>
  (
    await folder.data.warehouse.run({
      sql: `SELECT ${columns} FROM deal_state WHERE deal_id = $1 AND ${where} ORDER BY ordinal`,
      values: [deal],
      columns: [],
    })
  ).rows

it('has one row for each time in which nothing changed', async () => {
  expect(await rowsOf('grows', 'stage_id, amount, owner_then_id, valid_from_on, valid_until_on')).toEqual([
    ['appointment', 100, 'ann', '2024-01-01', '2024-01-05'],
    ['contract', 200, 'ann', '2024-01-05', '2024-01-07'],
    ['contract', null, 'ann', '2024-01-07', '2024-01-09'],
    ['contract', 300, 'ann', '2024-01-09', '2024-01-10'],
    ['contract', 300, 'bob', '2024-01-10', null],
  ])
})

it('knows who set what, and the owner of today', async () => {
  expect(await rowsOf('grows', 'stage_by, amount_by, owner_id', 'ordinal = 2')).toEqual([['bob', 'ann', 'bob']])
})

it('gives as of an instant what changed strictly before it', async () => {
  const asOf = (instant: string) =>
    rowsOf('grows', 'amount', `valid_from < '${instant}' AND (valid_until IS NULL OR valid_until >= '${instant}')`)
  expect(await asOf('2024-01-01 09:00:00')).toEqual([])
  expect(await asOf('2024-01-05 09:00:00')).toEqual([[100]])
  expect(await asOf('2024-01-05 09:00:01')).toEqual([[200]])
})

it('is worth on each day what that day’s rate makes of it, and once closed what the rate of the close date makes', async () => {
  expect(await rowsOf('abroad', 'stage_id, amount, valid_from_on, valid_until_on, closed_on')).toEqual([
    ['contract', 800, '2024-01-10', '2024-01-20', '2024-01-25'],
    ['contract', 800, '2024-01-20', '2024-02-01', '2024-02-10'],
    ['contract', 900, '2024-02-01', '2024-02-20', '2024-02-10'],
    ['won', 900, '2024-02-20', null, '2024-02-20'],
  ])
})

it('ends a state where a new rate begins, unless there is nothing to convert', async () => {
  expect(await rowsOf('dollars', 'amount, valid_until_on')).toEqual([
    [80, '2024-01-02'],
    [null, null],
  ])
  expect(await rowsOf('abroad', 'valid_until', "valid_until_on = '2024-02-01'")).toEqual([['2024-01-31T23:00:00.000Z']])
})

it('takes no exchange rate for a change of the amount', async () => {
  const changes = (deal: string) =>
    folder.data.warehouse.run({
      sql: `SELECT kind, amount_delta, value_before, value_after FROM deal_change WHERE deal_id = $1 ORDER BY id`,
      values: [deal],
      columns: [],
    })
  expect((await changes('abroad')).rows.map(([kind]) => kind)).toEqual(['CLOSE_DATE_PUSHED', 'WON', 'CREATED'])
  expect((await changes('dollars')).rows[0]).toEqual(['AMOUNT_DECREASED', -80, '80', null])
})

it.each([
  ['has no amount in a currency without a rate', 'unknown', 'amount', [[null]]],
  [
    'takes what nobody told of from the record, its whole life long',
    'silent',
    'stage_id, stage_closed_on, amount, closed_on, owner_then_id',
    [
      ['won', '2024-01-01', 50, '2024-04-01', null],
      ['won', '2024-01-01', 50, '2024-04-01', 'bob'],
      ['won', '2024-01-01', 50, '2024-04-01', 'ann'],
    ],
  ],
  [
    'knows no stage before the first that was told',
    'late',
    'stage_id, amount',
    [
      [null, 50],
      ['contract', 50],
    ],
  ],
])('%s', async (_what, deal, columns, expected) => {
  expect(await rowsOf(deal, columns)).toEqual(expected)
})

it('keeps the day a deal was closed from won to lost, and forgets it when the deal is opened again', async () => {
  expect(await rowsOf('closes', 'is_closed, is_won, stage_closed_on, closed_on')).toEqual([
    [false, false, null, '2024-03-31'],
    [true, true, '2024-02-01', '2024-03-31'],
    [true, false, '2024-02-01', '2024-03-31'],
    [false, false, null, '2024-03-31'],
    [true, false, '2024-04-04', '2024-04-04'],
  ])
})
