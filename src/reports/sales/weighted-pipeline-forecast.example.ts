import { type Example, table } from '../example.ts'

export default {
  story:
    'Ann expects 10,000 at 40 percent and 5,000 at 90. Bob won 8,000, lost 20,000, has a deal without an amount, and one of 7,000 that closes after the range.',
  today: '2024-05-15',
  question: { range: '2024-04-01..2024-06-30' },
  given: {
    owner: table`
      id  | name | active
      ann | Ann  | true
      bob | Bob  | true
    `,
    stage: table`
      id   | label    | pipeline_id | display_order | probability | is_closed | is_won
      s40  | Talks    | sales       | 1             | 40          | false     | false
      s60  | Offer    | sales       | 2             | 60          | false     | false
      s80  | Contract | sales       | 3             | 80          | false     | false
      s90  | Signing  | sales       | 4             | 90          | false     | false
      won  | Won      | sales       | 5             | 100         | true      | true
      lost | Lost     | sales       | 6             | 0           | true      | false
    `,
    deal: table`
      id | name    | owner_id | stage_id | amount_in_currency | closed_at
      1  | Alder   | ann      | s40      | 10000              | 2024-04-01
      2  | Birch   | ann      | s90      | 5000               | 2024-06-30
      3  | Cedar   | bob      | won      | 8000               | 2024-05-01
      4  | Dogwood | bob      | lost     | 20000              | 2024-05-02
      5  | Elm     | bob      | s60      |                    | 2024-05-03
      6  | Fir     | bob      | s80      | 7000               | 2024-07-01
    `,
  },
  expected: table`
    owner | weighted | amount | deals
    Ann   | 8500     | 15000  | 2
    Bob   | 8000     | 28000  | 3
    Total | 16500    | 43000  | 5
  `,
} satisfies Example
