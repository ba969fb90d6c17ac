import { type Example, salesStages, table } from '../example.ts'

/** Goals of 5,000, 6,000 and 6,000 for three months, and 4,000, 8,000 and 3,000 won. */
export const threeMonths = {
  owner: table`
    id  | name | active | main_team_id
    ann | Ann  | true   | north
    bob | Bob  | true   | north
    cas | Cas  | true   | south
  `,
  team: table`
    id    | name
    north | North
    south | South
  `,
  stage: salesStages,
  goal: table`
    id | name     | owner_id | team_id | starts_on  | ends_on    | amount | metric
    g1 | January  | ann      |         | 2024-01-01 | 2024-01-31 | 5000   | REVENUE
    g2 | February | ann      |         | 2024-02-01 | 2024-02-29 | 6000   |
    g3 | March    | ann      |         | 2024-03-01 | 2024-03-31 | 6000   | REVENUE
    g4 | April    | ann      |         | 2024-04-01 | 2024-04-30 | 9000   | REVENUE
    g5 | Calls    | ann      |         | 2024-01-01 | 2024-03-31 | 300    | CALLS
  `,
  deal: table`
    id | name    | owner_id | stage_id | amount_in_currency | closed_at
    1  | Alder   | ann      | won      | 4000               | 2024-01-31
    2  | Birch   | ann      | won      | 5000               | 2024-02-01
    3  | Cedar   | ann      | won      | 3000               | 2024-02-29
    4  | Dogwood | ann      | won      | 3000               | 2024-03-31
    5  | Elm     | ann      | won      | 7000               | 2024-04-01
    6  | Fir     | ann      | contract | 8000               | 2024-03-01
    7  | Gorse   | ann      | won      |                    | 2024-03-02
  `,
}

export default {
  story:
    'Ann’s monthly goals are 5,000, 6,000 and 6,000; she won 4,000, 8,000 and 3,000. The open deal and the deal and goal of April are left out, and a goal for calls is no goal for revenue.',
  today: '2024-04-10',
  question: { range: '2024-01-01..2024-03-31', view: 'over-time', frequency: 'monthly' },
  given: threeMonths,
  expected: table`
    month      | actual | goal  | attainment
    2024-01-01 | 4000   | 5000  | 80
    2024-02-01 | 8000   | 6000  | 133.33333333333334
    2024-03-01 | 3000   | 6000  | 50
    Total      | 15000  | 17000 | 88.23529411764706
  `,
} satisfies Example
