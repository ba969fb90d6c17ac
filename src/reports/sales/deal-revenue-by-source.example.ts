import { type Example, salesStages, table } from '../example.ts'

export default {
  story:
    'Two won deals came by search, one has no source but an offline contact, one has neither. The lost deal and the one of April are left out; the won deal without an amount counts as a deal and adds nothing.',
  today: '2024-04-10',
  question: { range: '2024-01-01..2024-03-31', by: 'source', breakdown: 'none' },
  given: {
    owner: table`
      id  | name | active
      ann | Ann  | true
    `,
    stage: salesStages,
    contact: table`
      id  | name | original_source
      cee | Cee  | OFFLINE
      dee | Dee  | REFERRALS
    `,
    deal: table`
      id | name    | owner_id | stage_id | amount_in_currency | closed_at  | original_source | contact_id
      1  | Alder   | ann      | won      | 100                | 2024-01-01 | ORGANIC_SEARCH  | cee
      2  | Birch   | ann      | won      |                    | 2024-02-01 | ORGANIC_SEARCH  |
      3  | Cedar   | ann      | won      | 300                | 2024-03-31 |                 | cee
      4  | Dogwood | ann      | won      | 400                | 2024-03-01 |                 | dee
      5  | Elm     | ann      | lost     | 500                | 2024-03-01 | PAID_SEARCH     |
      6  | Fir     | ann      | won      | 600                | 2024-04-01 | PAID_SEARCH     |
    `,
  },
  expected: table`
    source          | revenue | deals
    Organic search  | 100     | 2
    Offline sources | 300     | 1
    (No value)      | 400     | 1
    Total           | 800     | 4
  `,
} satisfies Example
