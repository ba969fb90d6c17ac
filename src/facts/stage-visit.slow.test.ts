import { afterAll, expect, it } from 'vitest'
import { exampleFolder } from '../../fixtures/example-folder.ts'
import { salesStages, table } from '../reports/example.ts'

const folder = await exampleFolder({
  stage: salesStages,
  deal: table`
    id       | stage_id    | pipeline_id | owner_id | created_at
    returns  | won         | sales       | ann      | 2024-01-01T09:00:00Z
    tie      | lost        | sales       | ann      | 2024-01-01T09:00:00Z
    tie-rank | contract    | sales       | ann      | 2024-01-01T09:00:00Z
    repeats  | contract    | sales       | bob      | 2024-01-01T09:00:00Z
    cleared  | contract    | sales       | bob      | 2024-01-01T09:00:00Z
    early    | contract    | sales       |          | 2024-01-03T09:00:00Z
    strange  | elsewhere   | sales       | ann      | 2024-01-01T09:00:00Z
    silent   | appointment | sales       | ann      | 2024-01-31T23:30:00Z
    unborn   | appointment | sales       | ann      |
    inferred | contract    | sales       | ann      | 2024-01-01T09:00:00Z
    told     | contract    | sales       | ann      | 2024-01-01T09:00:00Z
  `,
  property_change: table`
    id | entity | record_id | property | value       | changed_at           | rank | origin
    1  | deal   | returns   | stage_id | appointment | 2024-01-01T09:00:00Z |      |
    2  | deal   | returns   | stage_id | contract    | 2024-01-05T09:00:00Z |      |
    3  | deal   | returns   | stage_id | appointment | 2024-01-08T09:00:00Z |      |
    4  | deal   | returns   | stage_id | contract    | 2024-01-10T09:00:00Z |      |
    5  | deal   | returns   | stage_id | won         | 2024-01-20T09:00:00Z |      |
    a  | deal   | tie       | stage_id | appointment | 2024-01-01T09:00:00Z |      |
    c  | deal   | tie       | stage_id | lost        | 2024-01-02T09:00:00Z |      |
    b  | deal   | tie       | stage_id | won         | 2024-01-02T09:00:00Z |      |
    e  | deal   | tie-rank  | stage_id | won         | 2024-01-02T09:00:00Z | 1    |
    d  | deal   | tie-rank  | stage_id | contract    | 2024-01-02T09:00:00Z | 2    |
    10 | deal   | repeats   | stage_id | contract    | 2024-01-01T09:00:00Z |      |
    11 | deal   | repeats   | stage_id | contract    | 2024-01-02T09:00:00Z |      |
    12 | deal   | cleared   | stage_id | appointment | 2024-01-01T09:00:00Z |      |
    13 | deal   | cleared   | stage_id |             | 2024-01-02T09:00:00Z |      |
    14 | deal   | cleared   | stage_id | contract    | 2024-01-03T09:00:00Z |      |
    15 | deal   | early     | stage_id | contract    | 2024-01-02T09:00:00Z |      |
    16 | deal   | strange   | stage_id | elsewhere   | 2024-01-01T09:00:00Z |      |
    17 | deal   | deleted   | stage_id | contract    | 2024-01-01T09:00:00Z |      |
    18 | deal   | inferred  | stage_id | contract    | 2024-01-01T09:00:00Z |      | inferred
    19 | deal   | told      | stage_id | won         | 2024-01-01T09:00:00Z |      | inferred
    20 | deal   | told      | stage_id | appointment | 2024-01-01T10:00:00Z |      | csv
    21 | deal   | told      | stage_id | contract    | 2024-01-02T10:00:00Z |      | csv
  `,
})
afterAll(folder.remove)

const day = 86_400_000
const visitsOf = async (deal: string, columns: string) =>
  (
    await folder.data.warehouse.run({
      sql: `SELECT ${columns} FROM stage_visit WHERE deal_id = $1 ORDER BY ordinal`,
      values: [deal],
      columns: [],
    })
  ).rows

it('has one row for each stay, also when a deal comes back', async () => {
  expect(await visitsOf('returns', 'stage_id, duration, ordinal_in_stage, is_last')).toEqual([
    ['appointment', 4 * day, 1, false],
    ['contract', 3 * day, 1, false],
    ['appointment', 2 * day, 2, false],
    ['contract', 10 * day, 2, false],
    ['won', null, 1, true],
  ])
})

it.each([
  ['all changes of one instant, by id', 'tie', [['appointment'], ['won'], ['lost']]],
  ['all changes of one instant, by rank', 'tie-rank', [['won'], ['contract']]],
  ['one visit when the same stage is written again', 'repeats', [['contract']]],
  ['no visit while there was no stage', 'cleared', [['appointment'], ['contract']]],
  ['a stage that no pipeline has', 'strange', [['elsewhere']]],
  ['no visit of a deal that is gone', 'deleted', []],
  ['no visit of a deal whose time is not known at all', 'unborn', []],
  ['what was inferred while nobody told more', 'inferred', [['contract']]],
  ['what was told in place of what was inferred', 'told', [['appointment'], ['contract']]],
])('has %s', async (_what, deal, expected) => {
  expect(await visitsOf(deal, 'stage_id')).toEqual(expected)
})

it('gives a stage that was left at once a visit of no length', async () => {
  expect(await visitsOf('tie', 'duration')).toEqual([[day], [0], [null]])
})

it('ends the visit before a time without a stage', async () => {
  expect(await visitsOf('cleared', 'entered_on, exited_on')).toEqual([
    ['2024-01-01', '2024-01-02'],
    ['2024-01-03', null],
  ])
})

it('believes a change that is dated before the creation', async () => {
  expect(await visitsOf('early', 'entered_at')).toEqual([['2024-01-02T09:00:00.000Z']])
})

it('lets a deal without history be in its stage since its creation, by the local day', async () => {
  expect(await visitsOf('silent', 'stage_id, entered_at, entered_on, exited_on')).toEqual([
    ['appointment', '2024-01-31T23:30:00.000Z', '2024-02-01', null],
  ])
})
