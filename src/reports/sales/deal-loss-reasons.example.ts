import { type Example, salesStages, table } from '../example.ts'

export default {
  story:
    'Three lost deals give the price as reason, each written differently; one gives none, one only a space. The won deal still carries a reason from before, and the last was lost in April.',
  today: '2024-04-10',
  question: { range: '2024-01-01..2024-03-31', by: 'lost_reason', breakdown: 'none' },
  given: {
    owner: table`
      id  | name | active
      ann | Ann  | true
    `,
    stage: salesStages,
    deal: table`
      id | name    | owner_id | stage_id | amount_in_currency | closed_at  | closed_lost_reason
      1  | Alder   | ann      | lost     | 100                | 2024-01-01 | Price
      2  | Birch   | ann      | lost     | 200                | 2024-02-01 | price
      3  | Cedar   |          | lost     |                    | 2024-03-31 | PRICE
      4  | Dogwood | ann      | lost     | 400                | 2024-03-01 |
      5  | Elm     | ann      | won      | 500                | 2024-03-01 | Price
      6  | Fir     | ann      | lost     | 600                | 2024-04-01 | No budget
    `,
  },
  expected: table`
    reason     | lost | lost_amount
    price      | 3    | 300
    (No value) | 1    | 400
    Total      | 4    | 700
  `,
} satisfies Example
