import { type Example, table } from '../example.ts'

const given = {
  pipeline: table`
    id    | label | display_order
    sales | Sales | 1
    other | Other | 2
  `,
  stage: table`
    id   | label | pipeline_id | display_order | probability | is_closed | is_won | forecast_category
    s1   | S1    | sales       | 1             | 20          | false     | false  | PIPELINE
    s2   | S2    | sales       | 2             | 60          | false     | false  | COMMIT
    won  | Won   | sales       | 3             | 100         | true      | true   | CLOSED
    lost | Lost  | sales       | 4             | 0           | true      | false  | OMIT
    o1   | Other | other       | 5             | 20          | false     | false  | PIPELINE
  `,
  deal: table`
    id | name | pipeline_id | stage_id | amount_in_currency | created_at           | closed_at
    h1 | One  | sales       | won      | 2500               | 2024-01-10T09:00:00Z | 2024-03-20T09:00:00Z
    h2 | Two  | sales       | s1       |                    | 2024-01-20T09:00:00Z |
    h3 | Thr  | sales       | lost     | 700                | 2024-02-05T09:00:00Z | 2024-03-02T09:00:00Z
    h4 | Fou  | other       | o1       | 100000             | 2024-01-05T09:00:00Z |
  `,
  property_change: table`
    id | entity | record_id | property           | value | changed_at
    1a | deal   | h1        | stage_id           | s1    | 2024-01-10T09:00:00Z
    1b | deal   | h1        | stage_id           | s2    | 2024-02-15T09:00:00Z
    1c | deal   | h1        | stage_id           | won   | 2024-03-20T09:00:00Z
    1d | deal   | h1        | amount_in_currency | 900   | 2024-01-10T09:00:00Z
    1e | deal   | h1        | amount_in_currency | 2500  | 2024-01-31T23:00:00Z
    3a | deal   | h3        | stage_id           | s2    | 2024-02-05T09:00:00Z
    3b | deal   | h3        | stage_id           | lost  | 2024-03-02T09:00:00Z
    4a | deal   | h4        | stage_id           | s1    | 2024-01-05T09:00:00Z
    4b | deal   | h4        | stage_id           | o1    | 2024-03-01T09:00:00Z
    4c | deal   | h4        | pipeline_id        | sales | 2024-01-05T09:00:00Z
    4d | deal   | h4        | pipeline_id        | other | 2024-03-01T09:00:00Z
  `,
}

const asked = { today: '2024-05-10', given } as const
const quarter = { range: '2024-01-01..2024-03-31', frequency: 'monthly' } as const

export const byStage = {
  ...asked,
  story:
    'The ends of three months, all pipelines together, so closed deals stand there too. The fourth deal moved to another pipeline on the first of March.',
  question: quarter,
  expected: table`
    moment     | breakdown | deals | amount
    2024-01-31 | S1        | 3     | 100900
    2024-02-29 | S1        | 2     | 100000
    2024-02-29 | S2        | 2     | 3200
    2024-03-31 | S1        | 1     | 0
    2024-03-31 | Won       | 1     | 2500
    2024-03-31 | Lost      | 1     | 700
    2024-03-31 | Other     | 1     | 100000
  `,
} satisfies Example

export const byAmount = {
  ...asked,
  story:
    'Only the pipeline “Sales”: without the deal that is in another one today, and without those that were closed by then. The amount of the first deal was raised on the first moment of February.',
  question: { ...quarter, pipeline: 'sales' },
  expected: table`
    moment     | breakdown     | deals | amount
    2024-01-31 | None or 0     | 1     | 0
    2024-01-31 | 1 – 999       | 1     | 900
    2024-02-29 | None or 0     | 1     | 0
    2024-02-29 | 1 – 999       | 1     | 700
    2024-02-29 | 1,000 – 9,999 | 1     | 2500
    2024-03-31 | None or 0     | 1     | 0
  `,
} satisfies Example

export const byForecast = {
  ...asked,
  story: 'The same months by forecast category, which the deals have from their stage of that moment.',
  question: { ...quarter, pipeline: 'sales' },
  expected: table`
    moment     | breakdown | deals | amount
    2024-01-31 | Pipeline  | 2     | 900
    2024-02-29 | Pipeline  | 1     | 0
    2024-02-29 | Commit    | 2     | 3200
    2024-03-31 | Pipeline  | 1     | 0
  `,
} satisfies Example
