import { type Example, salesStages, table } from '../example.ts'

export default {
  story:
    'Four won deals of 10, 20, 15 and 15 thousand that took 30, 60, 45 and 45 days, and six lost ones. Bob only lost: he has a rate, but no velocity.',
  today: '2024-04-10',
  question: { range: '2024-01-01..2024-03-31' },
  given: {
    owner: table`
      id  | name | active
      ann | Ann  | true
      bob | Bob  | true
    `,
    stage: salesStages,
    deal: table`
      id | name    | owner_id | stage_id | amount_in_currency | created_at           | closed_at
      1  | Alder   | ann      | won      | 10000              | 2024-01-01T12:00:00Z | 2024-01-31T12:00:00Z
      2  | Birch   | ann      | won      | 20000              | 2024-01-01T12:00:00Z | 2024-03-01T12:00:00Z
      3  | Cedar   | ann      | won      | 15000              | 2024-01-01T12:00:00Z | 2024-02-15T12:00:00Z
      4  | Dogwood | ann      | won      | 15000              | 2024-01-02T12:00:00Z | 2024-02-16T12:00:00Z
      5  | Elm     | ann      | lost     | 9000               | 2024-01-01T12:00:00Z | 2024-02-16T12:00:00Z
      6  | Fir     | ann      | lost     | 9000               | 2024-01-01T12:00:00Z | 2024-02-16T12:00:00Z
      7  | Gum     | ann      | lost     |                    | 2024-01-01T12:00:00Z | 2024-02-16T12:00:00Z
      8  | Hazel   | bob      | lost     | 9000               | 2024-01-01T12:00:00Z | 2024-02-16T12:00:00Z
      9  | Iroko   | bob      | lost     | 9000               | 2024-01-01T12:00:00Z | 2024-02-16T12:00:00Z
      10 | Juniper | bob      | lost     | 9000               | 2024-01-01T12:00:00Z | 2024-03-31T12:00:00Z
      11 | Kauri   | bob      | contract | 9000               | 2024-01-01T12:00:00Z | 2024-03-30T12:00:00Z
    `,
  },
  expected: table`
    owner | velocity           | closed | win_rate           | average_won | cycle
    Ann   | 1333.3333333333333 | 7      | 57.142857142857146 | 15000       | 45
    Bob   |                    | 3      | 0                  |             |
    Total | 1333.3333333333333 | 10     | 40                 | 15000       | 45
  `,
} satisfies Example
