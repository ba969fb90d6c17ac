import { type Example, salesStages, table } from '../example.ts'

export default {
  story:
    'Two reps in January 2024, Amsterdam time. The third deal was made at 23:30 UTC on 31 December, which is already 1 January in Amsterdam; the fifth on the first moment of February, which is outside.',
  today: '2024-02-10',
  question: { range: '2024-01-01..2024-01-31' },
  given: {
    owner: table`
      id  | name | active
      ann | Ann  | true
      bob | Bob  | true
      cas | Cas  | true
    `,
    stage: salesStages,
    deal: table`
      id | name    | owner_id | stage_id    | amount_in_currency | created_at
      1  | Alder   | ann      | appointment | 1000               | 2024-01-05T10:00:00Z
      2  | Birch   | ann      | won         |                    | 2024-01-20T10:00:00Z
      3  | Cedar   | bob      | lost        | 250                | 2023-12-31T23:30:00Z
      4  | Dogwood |          | contract    | 400                | 2024-01-31T22:59:59Z
      5  | Elm     | bob      | contract    | 900                | 2024-01-31T23:00:00Z
    `,
  },
  expected: table`
    owner      | created | amount
    Ann        | 2       | 1000
    Bob        | 1       | 250
    Cas        | 0       | 0
    Unassigned | 1       | 400
    Total      | 4       | 1650
  `,
} satisfies Example
