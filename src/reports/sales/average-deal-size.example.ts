import { type Example, salesStages, table } from '../example.ts'

export default {
  story:
    'Ann won 1,000 and 3,000 and one deal without an amount, Bob won one of zero. The total is 4,000 over three deals, not the mean of 2,000 and 0.',
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
      1  | Alder   | ann      | won      | 1000               | 2023-12-01 | 2024-01-15
      2  | Birch   | ann      | won      | 3000               | 2023-12-01 | 2024-02-15
      3  | Cedar   | ann      | won      |                    | 2023-12-01 | 2024-02-16
      4  | Dogwood | bob      | won      | 0                  | 2023-12-01 | 2024-03-31
      5  | Elm     | bob      | lost     | 9000               | 2023-12-01 | 2024-03-01
    `,
  },
  expected: table`
    owner | average_size       | deals
    Ann   | 2000               | 2
    Bob   | 0                  | 1
    Cas   |                    | 0
    Total | 1333.3333333333333 | 3
  `,
} satisfies Example
