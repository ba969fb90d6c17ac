import { type Example, table } from '../example.ts'

export default {
  story:
    'Ann has a deal she commits to although its stage says best case, one without a category, and a lost one that was once committed. Bob has won one and has one without an amount. The deal of July is in the next quarter.',
  today: '2024-05-15',
  question: { range: '2024-04-01..2024-06-30', by: 'category', breakdown: 'none' },
  given: {
    owner: table`
      id  | name | active
      ann | Ann  | true
      bob | Bob  | true
    `,
    stage: table`
      id       | label  | pipeline_id | display_order | probability | is_closed | is_won | forecast_category
      talks    | Talks  | sales       | 1             | 20          | false     | false  |
      contract | Signed | sales       | 2             | 80          | false     | false  | BEST_CASE
      won      | Won    | sales       | 3             | 100         | true      | true   | CLOSED
      lost     | Lost   | sales       | 4             | 0           | true      | false  | OMIT
    `,
    deal: table`
      id | name    | owner_id | stage_id | amount_in_currency | closed_at  | forecast_category
      1  | Alder   | ann      | contract | 1000               | 2024-06-30 | COMMIT
      2  | Birch   | ann      | talks    | 200                | 2024-04-01 |
      3  | Cedar   | ann      | lost     | 5000               | 2024-05-01 | COMMIT
      4  | Dogwood | bob      | won      | 300                | 2024-05-02 |
      5  | Elm     | bob      | contract |                    | 2024-05-03 |
      6  | Fir     | bob      | contract | 700                | 2024-07-01 |
    `,
  },
  expected: table`
    category       | amount | deals
    Not forecasted | 5000   | 1
    Pipeline       | 200    | 1
    Best case      | 0      | 1
    Commit         | 1000   | 1
    Closed won     | 300    | 1
    Total          | 6500   | 5
  `,
} satisfies Example
