import { afterAll, describe, expect, it } from 'vitest'
import { exampleFolder } from '../../fixtures/example-folder.ts'
import { salesPipeline, table } from '../reports/example.ts'
import { catalogue } from '../reports/index.ts'
import { ask } from './ask.ts'
import { question } from './question/question.ts'
import type { Answer } from './shapes.ts'

const folder = await exampleFolder({
  ...salesPipeline,
  team: table`
    id    | name  | parent_id
    north | North | south
    south | South | north
    alone | Alone |
  `,
  owner: table`
    id  | name | active | main_team_id
    ann | Ann  | true   | north
    bob | Bob  | true   | south
  `,
  deal: table`
    id       | name     | owner_id | stage_id  | pipeline_id | amount_in_currency | currency | created_at           | closed_at
    tie      | Tie      | ann      | won       | sales       | 100                |          | 2024-01-01T09:00:00Z | 2024-01-20
    nowhere  | Nowhere  | ann      | elsewhere | sales       | 200                |          | 2024-01-02T09:00:00Z | 2024-02-20
    backward | Backward | ann      | won       | sales       | 400                |          | 2024-01-10T09:00:00Z | 2024-01-05
    minus    | Minus    | bob      | won       | sales       | -50                |          | 2024-01-03T09:00:00Z | 2024-01-21
    early    | Early    | bob      | contract  | sales       | 800                |          | 2024-01-15T09:00:00Z | 2024-03-01
    ghost    | Ghost    | nobody   | won       | sales       | 1600               |          | 2024-01-04T09:00:00Z | 2024-01-22
    foreign  | Foreign  | ann      | won       | sales       | 3200               | XYZ      | 2024-01-04T09:00:00Z | 2024-01-23
  `,
  property_change: table`
    id | entity | record_id | property           | value       | changed_at           | rank
    1  | deal   | tie       | stage_id           | appointment | 2024-01-01T09:00:00Z |
    2  | deal   | tie       | stage_id           | contract    | 2024-01-12T09:00:00Z | 1
    3  | deal   | tie       | stage_id           | won         | 2024-01-12T09:00:00Z | 2
    4  | deal   | nowhere   | stage_id           | elsewhere   | 2024-01-02T09:00:00Z |
    5  | deal   | early     | stage_id           | appointment | 2024-01-05T09:00:00Z |
    6  | deal   | early     | stage_id           | contract    | 2024-01-20T09:00:00Z |
    7  | deal   | minus     | amount_in_currency | 50          | 2024-01-03T09:00:00Z |
    8  | deal   | minus     | amount_in_currency | -50         | 2024-01-04T09:00:00Z |
    9  | deal   | unheard   | closed_lost_reason | Price       | 2024-01-04T09:00:00Z |
  `,
})
const asking = folder.asking('2024-02-01')
const tabs = (await catalogue()).flatMap(({ id, tabs }): readonly { readonly id: string; readonly tab?: string }[] =>
  tabs.length === 0 ? [{ id }] : tabs.map(({ key }) => ({ id, tab: key })),
)
afterAll(() => folder.remove())

const january = (by: string, report = 'sales/deals-won-and-lost') =>
  ask(asking, report, question.parse({ range: '2024-01-01..2024-01-31', by }))

const figures = ({ rows }: Answer, key: string) =>
  Object.fromEntries(rows.map((row) => [row.by?.label, row.values[key]]))

const stored = async (sql: string) => (await folder.data.warehouse.run({ sql, values: [], columns: [] })).rows

describe('data that cannot be', () => {
  it('is counted, each kind by itself', async () => {
    const counts = (await folder.data.warehouse.oddities()).map(({ kind, count }) => [kind, count])
    expect(Object.fromEntries(counts)).toEqual({
      'changes-at-one-instant': 1,
      'unknown-stage': 1,
      'closed-before-created': 1,
      'negative-amount': 1,
      'changed-before-created': 1,
      'circular-team': 2,
      'unknown-owner': 1,
      'unknown-record': 1,
      'unknown-currency': 1,
    })
  })

  it('is not made up of records that say nothing', async () => {
    const deals = table`
      id    | name  | owner_id | stage_id | created_at
      alone | Alone |          |          | 2024-01-01T09:00:00Z
    `
    const bare = await exampleFolder({ deal: deals })
    const counts = (await bare.data.warehouse.oddities()).map(({ count }) => count)
    await bare.remove()
    expect(counts.every((count) => count === 0)).toBe(true)
  })

  it.each(tabs)('does not stop $id $tab', async ({ id, tab }) => {
    const answer = await ask(asking, id, question.parse({ tab, range: '2024-01-01..2024-01-31' }))
    expect(Object.keys(answer.total.values).length).toBeGreaterThan(0)
  })

  it('takes no time in all but the last of the stages of one instant', async () => {
    const visits = `SELECT stage_id, CAST(exited_on AS VARCHAR) FROM stage_visit WHERE deal_id = 'tie' ORDER BY ordinal`
    expect(await stored(visits)).toEqual([
      ['appointment', '2024-01-12'],
      ['contract', '2024-01-12'],
      ['won', null],
    ])
  })

  it('leaves a deal open in a stage that no pipeline has', async () => {
    const states = `SELECT stage_id, is_closed, is_won FROM deal_state WHERE deal_id = 'nowhere'`
    expect(await stored(states)).toEqual([['elsewhere', false, false]])
  })

  it('begins the history of a record with its first change, also before its creation', async () => {
    const visits = `SELECT stage_id, CAST(entered_on AS VARCHAR) FROM stage_visit WHERE deal_id = 'early' ORDER BY ordinal`
    expect(await stored(visits)).toEqual([
      ['appointment', '2024-01-05'],
      ['contract', '2024-01-20'],
    ])
  })

  it('counts negative amounts, unknown owners and deals closed before their creation as they are, and no amount without a rate', async () => {
    expect(figures(await january('owner'), 'won_amount')).toEqual({ Ann: 500, Bob: -50, 'Unknown (nobody)': 1600 })
    expect(figures(await january('owner'), 'won')).toEqual({ Ann: 3, Bob: 1, 'Unknown (nobody)': 1 })
  })

  it('makes no days to close negative', async () => {
    const { rows } = await january('owner', 'sales/deal-velocity')
    for (const { values } of rows)
      for (const value of Object.values(values)) if (value !== null) expect(value).toBeGreaterThanOrEqual(0)
  })

  it('chooses all teams of a circle with one of them', async () => {
    const answer = await ask(
      asking,
      'sales/deals-won-and-lost',
      question.parse({ range: '2024-01-01..2024-01-31', by: 'owner', teams: ['north'] }),
    )
    expect(Object.keys(figures(answer, 'won'))).toEqual(expect.arrayContaining(['Ann', 'Bob']))
  })
})
