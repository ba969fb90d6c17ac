import { type Example, salesStages, table } from '../example.ts'

const asked = {
  today: '2024-04-20',
  question: { range: '2024-03-01..2024-03-31', view: 'totals', breakdown: 'none' },
  given: {
    owner: table`
      id  | name | active
      ann | Ann  | true
      bob | Bob  | true
    `,
    stage: salesStages,
    deal: table`
      id | name  | owner_id | pipeline_id | stage_id    | amount_in_currency | created_at           | closed_at
      1  | One   | ann      | sales       | won         | 1500               | 2024-02-10T09:00:00Z | 2024-03-20T09:00:00Z
      2  | Two   | ann      | sales       | contract    | 800                | 2024-03-05T09:00:00Z | 2024-05-31T09:00:00Z
      3  | Three | bob      | sales       | appointment | 700                | 2024-02-10T09:00:00Z | 2024-04-10T09:00:00Z
    `,
    property_change: table`
      id | entity | record_id | property           | value                | changed_at
      1a | deal   | 1         | stage_id           | appointment          | 2024-02-10T09:00:00Z
      1b | deal   | 1         | amount_in_currency | 1000                 | 2024-02-10T09:00:00Z
      1c | deal   | 1         | closed_at          | 2024-03-31T09:00:00Z | 2024-02-10T09:00:00Z
      1d | deal   | 1         | amount_in_currency | 1500                 | 2024-02-29T23:00:00Z
      1e | deal   | 1         | amount_in_currency | 1500                 | 2024-03-02T09:00:00Z
      1f | deal   | 1         | stage_id           | won                  | 2024-03-20T09:00:00Z
      1g | deal   | 1         | closed_at          | 2024-03-20T09:00:00Z | 2024-03-20T09:00:00Z
      2a | deal   | 2         | stage_id           | contract             | 2024-03-05T09:00:00Z
      2b | deal   | 2         | amount_in_currency | 800                  | 2024-03-05T09:00:00Z
      2c | deal   | 2         | closed_at          | 2024-05-31T09:00:00Z | 2024-03-05T09:00:00Z
      3a | deal   | 3         | stage_id           | contract             | 2024-02-10T09:00:00Z
      3b | deal   | 3         | amount_in_currency | 900                  | 2024-02-10T09:00:00Z
      3c | deal   | 3         | closed_at          | 2024-03-15T09:00:00Z | 2024-02-10T09:00:00Z
      3d | deal   | 3         | closed_at          | 2024-04-10T09:00:00Z | 2024-03-10T09:00:00Z
      3e | deal   | 3         | stage_id           | appointment          | 2024-03-11T09:00:00Z
      3f | deal   | 3         | amount_in_currency | 700                  | 2024-03-31T21:59:59Z
    `,
  },
} as const

export const allChanges = {
  ...asked,
  story:
    'Deal One gains 500 as March begins and is won; the same amount written again and the stamped close date are no changes. Two is created. Three is pushed out of March, moved back, and loses 200 in the last second of the month.',
  expected: table`
    owner | changes | deals | amount_delta
    Ann   | 3       | 2     | 500
    Bob   | 3       | 1     | -200
    Total | 6       | 3     | 300
  `,
} satisfies Example

export const insideOnly = {
  ...asked,
  story: 'Deal One closes in March. Three was moved out of March, which is the last of its changes that counts.',
  expected: table`
    owner | changes | deals | amount_delta
    Ann   | 2       | 1     | 500
    Bob   | 1       | 1     | 0
    Total | 3       | 2     | 500
  `,
} satisfies Example

export const outsideOnly = {
  ...asked,
  story: 'Two is created with a close date in May; what happens to Three once it should close in April is outside.',
  expected: table`
    owner | changes | deals | amount_delta
    Ann   | 1       | 1     | 0
    Bob   | 2       | 1     | -200
    Total | 3       | 2     | -200
  `,
} satisfies Example
