import { type Example, salesStages, table } from '../example.ts'

export default {
  story:
    'Ann won after 30 days and lost after 10; her open deal with a close date in the range has no length yet. Bob’s deal was closed a day before it was made and counts as 0.',
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
      id | name    | owner_id | stage_id | amount_in_currency | created_at | closed_at
      1  | Alder   | ann      | won      | 1000               | 2024-01-01 | 2024-01-31
      2  | Birch   | ann      | lost     | 3000               | 2024-02-01 | 2024-02-11
      3  | Cedar   | ann      | contract | 500                | 2024-02-01 | 2024-03-20
      4  | Dogwood | bob      | won      | 700                | 2024-03-05 | 2024-03-04
    `,
  },
  expected: table`
    owner | days_to_close      | deals
    Ann   | 20                 | 2
    Bob   | 0                  | 1
    Total | 13.333333333333334 | 3
  `,
} satisfies Example
