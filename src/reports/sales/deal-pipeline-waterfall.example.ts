import { type Example, salesStages, table } from '../example.ts'

/** The worked example of eight deals; the window is the second quarter of 2024. */
export const eightDeals = {
  owner: table`
    id  | name | active
    ann | Ann  | true
    bob | Bob  | true
  `,
  stage: salesStages,
  deal: table`
    id | name | owner_id | stage_id | amount_in_currency | created_at           | closed_at
    D1 | One  | ann      | won      | 12000              | 2024-01-10T09:00:00Z | 2024-05-10T09:00:00Z
    D2 | Two  | ann      | contract | 8000               | 2024-01-10T09:00:00Z | 2024-08-05T09:00:00Z
    D3 | Thr  | bob      | contract | 5000               | 2024-01-10T09:00:00Z | 2024-06-25T09:00:00Z
    D4 | Fou  | bob      | lost     | 7000               | 2024-04-20T09:00:00Z | 2024-05-29T09:00:00Z
    D5 | Fiv  | ann      | contract | 4000               | 2024-01-10T09:00:00Z | 2024-06-05T09:00:00Z
    D6 | Six  |          | contract | 9000               | 2024-01-10T09:00:00Z | 2024-06-30T09:00:00Z
    D7 | Sev  | bob      | contract | 3000               | 2024-05-02T09:00:00Z | 2024-08-15T09:00:00Z
    D8 | Eig  | ann      | won      | 1000               | 2024-01-10T09:00:00Z | 2024-03-20T09:00:00Z
  `,
  property_change: table`
    id | entity | record_id | property           | value                | changed_at
    1a | deal   | D1        | stage_id           | contract             | 2024-01-10T09:00:00Z
    1b | deal   | D1        | amount_in_currency | 10000                | 2024-01-10T09:00:00Z
    1c | deal   | D1        | closed_at          | 2024-05-15T09:00:00Z | 2024-01-10T09:00:00Z
    1d | deal   | D1        | amount_in_currency | 12000                | 2024-05-02T09:00:00Z
    1e | deal   | D1        | stage_id           | won                  | 2024-05-10T09:00:00Z
    1f | deal   | D1        | closed_at          | 2024-05-10T09:00:00Z | 2024-05-10T09:00:00Z
    2a | deal   | D2        | closed_at          | 2024-06-20T09:00:00Z | 2024-01-10T09:00:00Z
    2b | deal   | D2        | closed_at          | 2024-08-05T09:00:00Z | 2024-05-05T09:00:00Z
    3a | deal   | D3        | closed_at          | 2024-09-01T09:00:00Z | 2024-01-10T09:00:00Z
    3b | deal   | D3        | closed_at          | 2024-06-25T09:00:00Z | 2024-04-12T09:00:00Z
    4a | deal   | D4        | stage_id           | contract             | 2024-04-20T09:00:00Z
    4b | deal   | D4        | closed_at          | 2024-06-30T09:00:00Z | 2024-04-20T09:00:00Z
    4c | deal   | D4        | stage_id           | lost                 | 2024-05-29T09:00:00Z
    4d | deal   | D4        | closed_at          | 2024-05-29T09:00:00Z | 2024-05-29T09:00:00Z
    5a | deal   | D5        | amount_in_currency | 6000                 | 2024-01-10T09:00:00Z
    5b | deal   | D5        | amount_in_currency | 4000                 | 2024-04-30T09:00:00Z
    8a | deal   | D8        | stage_id           | contract             | 2024-01-10T09:00:00Z
    8b | deal   | D8        | stage_id           | won                  | 2024-03-20T09:00:00Z
  `,
}

export default {
  story:
    'Deals that should close in the second quarter of 2024, and what April and May did to them. The third came from September, the second went to August. The seventh was never in the quarter, the eighth was won before it.',
  today: '2024-06-01',
  question: { range: '2024-04-01..2024-05-31', settings: { window: '2024-04-01..2024-06-30' } },
  given: eightDeals,
  expected: table`
    bar        | amount | deals
    Start      | 33000  | 4
    Created    | 7000   | 1
    Pulled     | 5000   | 1
    Increased  | 2000   | 1
    Decreased  | 2000   | 1
    Pushed     | 8000   | 1
    Lost       | 7000   | 1
    Won        | 12000  | 1
    End        | 18000  | 3
  `,
} satisfies Example
