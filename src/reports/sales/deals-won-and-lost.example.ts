import { type Example, salesStages, table } from '../example.ts'

export default {
  story:
    'The first quarter of 2024. The open deal closes in the range but is not closed. The deal of 1 April is in the next quarter. Bob has lost only, Cas nothing at all: a rate of 0 is not the same as no rate.',
  today: '2024-04-10',
  question: { range: '2024-01-01..2024-03-31' },
  given: {
    owner: table`
      id  | name | active
      ann | Ann  | true
      bob | Bob  | true
      cas | Cas  | true
    `,
    stage: salesStages,
    deal: table`
      id | name    | owner_id | stage_id | amount_in_currency | created_at | closed_at
      1  | Alder   | ann      | won      | 4000               | 2023-12-01 | 2024-01-01
      2  | Birch   | ann      | won      |                    | 2023-12-01 | 2024-03-31
      3  | Cedar   | ann      | lost     | 900                | 2023-12-01 | 2024-02-10
      4  | Dogwood | ann      | contract | 5000               | 2023-12-01 | 2024-02-20
      5  | Elm     | bob      | lost     | 700                | 2023-12-01 | 2024-02-11
      6  | Fir     | bob      | won      | 800                | 2023-12-01 | 2024-04-01
    `,
  },
  expected: table`
    owner | won | lost | win_rate          | won_amount | lost_amount
    Ann   | 2   | 1    | 66.66666666666667 | 4000       | 900
    Bob   | 0   | 1    | 0                 | 0          | 700
    Cas   | 0   | 0    |                   | 0          | 0
    Total | 2   | 2    | 50                | 4000       | 1600
  `,
} satisfies Example
