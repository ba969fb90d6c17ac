import { type Example, table } from '../example.ts'

const given = {
  pipeline: table`
    id    | label | display_order
    sales | Sales | 1
  `,
  stage: table`
    id   | label | pipeline_id | display_order | probability | is_closed | is_won
    a    | A     | sales       | 1             | 20          | false     | false
    b    | B     | sales       | 2             | 40          | false     | false
    c    | C     | sales       | 3             | 60          | false     | false
    won  | Won   | sales       | 4             | 100         | true      | true
    lost | Lost  | sales       | 5             | 0           | true      | false
  `,
  deal: table`
    id | name | pipeline_id | stage_id | created_at
    d1 | One  | sales       | won      | 2024-01-01T09:00:00Z
    d2 | Two  | sales       | won      | 2024-01-01T09:00:00Z
    d3 | Thr  | sales       | lost     | 2024-01-02T09:00:00Z
    d4 | Fou  | sales       | c        | 2024-01-02T09:00:00Z
    d5 | Fiv  | sales       | a        | 2024-01-03T09:00:00Z
    d6 | Six  | sales       | won      | 2024-01-01T09:00:00Z
    d7 | Old  | sales       | won      | 2023-12-31T22:59:59Z
  `,
  property_change: table`
    id | entity | record_id | property | value | changed_at
    1a | deal   | d1        | stage_id | a     | 2024-01-01T09:00:00Z
    1b | deal   | d1        | stage_id | b     | 2024-01-03T09:00:00Z
    1c | deal   | d1        | stage_id | c     | 2024-01-06T09:00:00Z
    1d | deal   | d1        | stage_id | won   | 2024-01-10T09:00:00Z
    2a | deal   | d2        | stage_id | a     | 2024-01-01T09:00:00Z
    2b | deal   | d2        | stage_id | c     | 2024-01-04T09:00:00Z
    2c | deal   | d2        | stage_id | won   | 2024-01-06T09:00:00Z
    3a | deal   | d3        | stage_id | a     | 2024-01-02T09:00:00Z
    3b | deal   | d3        | stage_id | b     | 2024-01-04T09:00:00Z
    3c | deal   | d3        | stage_id | lost  | 2024-01-08T09:00:00Z
    4a | deal   | d4        | stage_id | b     | 2024-01-02T09:00:00Z
    4b | deal   | d4        | stage_id | c     | 2024-01-05T09:00:00Z
    6a | deal   | d6        | stage_id | a     | 2024-01-01T09:00:00Z
    6b | deal   | d6        | stage_id | b     | 2024-01-02T09:00:00Z
    6c | deal   | d6        | stage_id | a     | 2024-01-03T09:00:00Z
    6d | deal   | d6        | stage_id | b     | 2024-01-05T09:00:00Z
    6e | deal   | d6        | stage_id | c     | 2024-01-06T09:00:00Z
    6f | deal   | d6        | stage_id | won   | 2024-01-08T09:00:00Z
  `,
}

const asked = { today: '2024-02-10', question: { range: '2024-01-01..2024-01-31' }, given } as const

export const inAnyOrder = {
  ...asked,
  story:
    'The second deal skips B and the fourth skips A; the third is lost after B. The sixth goes back to A once and counts there once, with both visits in its time. The seventh was created a second too early.',
  expected: table`
    stage | reached | entered | skipped | next_step | cumulative        | time_in_stage | lost
    A     | 6       | 5       | 1       | 80        | 100               | 216000000     | 0
    B     | 5       | 4       | 1       | 75        | 83.33333333333333 | 259200000     | 1
    C     | 4       | 4       | 0       | 75        | 66.66666666666667 | 230400000     | 0
    Won   | 3       | 3       | 0       |           | 50                |               | 0
  `,
} satisfies Example

export const stageByStage = {
  ...asked,
  story:
    'The same deals, stage by stage: the second stops at A because it skipped B, the fourth was never in A. The sixth came back to A and still moved on in order.',
  expected: table`
    stage | deals | next_step         | cumulative | time_in_stage
    A     | 5     | 60                | 100        | 216000000
    B     | 3     | 66.66666666666667 | 60         | 259200000
    C     | 2     | 100               | 40         | 259200000
    Won   | 2     |                   | 40         |
  `,
} satisfies Example
