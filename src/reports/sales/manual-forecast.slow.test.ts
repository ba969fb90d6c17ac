import { afterAll, expect, it } from 'vitest'
import { exampleFolder } from '../../../fixtures/example-folder.ts'
import { ask } from '../../answer/index.ts'
import { table } from '../example.ts'

const folder = await exampleFolder({
  team: table`
    id    | name
    north | North
  `,
  owner: table`
    id  | name | active | main_team_id
    ann | Ann  | true   | north
    bob | Bob  | true   | north
  `,
  forecast_submission: table`
    id | owner_id | team_id | pipeline_id | period_starts_on | period_ends_on | amount | submitted_at
    1  | ann      |         |             | 2024-01-01       | 2024-01-31     | 100    | 2024-01-02T09:00:00Z
    2  | ann      |         |             | 2024-01-01       | 2024-03-31     | 300    | 2024-01-03T09:00:00Z
    3  | ann      |         | sales       | 2024-01-01       | 2024-01-31     | 7      | 2024-01-01T09:00:00Z
    4  | bob      |         |             | 2024-02-01       | 2024-02-29     | 50     | 2024-01-03T09:00:00Z
    5  | bob      |         |             | 2024-02-01       | 2024-02-29     | 60     | 2024-01-03T09:00:00Z
  `,
})
afterAll(() => folder.remove())

it('counts of submissions whose periods overlap the last one only, of equal ones the first by id', async () => {
  const { rows, total } = await ask(folder.asking('2024-02-10'), 'sales/manual-forecast', {
    range: '2024-01-01..2024-03-31',
  })
  expect(rows.map(({ by, values }) => [by?.label, values.submitted])).toEqual([
    ['Ann', 307],
    ['Bob', 50],
  ])
  expect(total.values.submitted).toBe(357)
})
