import { type Example, table } from '../example.ts'

export default {
  story:
    'Deal X goes back to the first stage once, so that it was 4 and 2 days there, and 3 and 10 in the second; Y was 10 days in the first. Z is on its first visit to the second stage and counts in the first only; the day it spent in a stage of another pipeline is ignored. W closes after the range.',
  today: '2024-02-10',
  question: { range: '2024-01-01..2024-01-31', by: 'stage', breakdown: 'none' },
  given: {
    pipeline: table`
      id     | label  | display_order
      sales  | Sales  | 1
      online | Online | 2
    `,
    stage: table`
      id  | label | pipeline_id | display_order | probability | is_closed | is_won
      s1  | S1    | sales       | 1             | 20          | false     | false
      s2  | S2    | sales       | 2             | 60          | false     | false
      won | Won   | sales       | 3             | 100         | true      | true
      o1  | O1    | online      | 1             | 20          | false     | false
    `,
    deal: table`
      id | name | pipeline_id | stage_id | created_at           | closed_at
      x  | X    | sales       | won      | 2024-01-01T09:00:00Z | 2024-01-20T09:00:00Z
      y  | Y    | sales       | won      | 2024-01-02T09:00:00Z | 2024-01-12T09:00:00Z
      z  | Z    | sales       | s2       | 2024-01-01T09:00:00Z | 2024-01-31T22:59:59Z
      w  | W    | sales       | s2       | 2024-01-01T09:00:00Z | 2024-01-31T23:00:00Z
    `,
    property_change: table`
      id | entity | record_id | property | value | changed_at
      1  | deal   | x         | stage_id | s1    | 2024-01-01T09:00:00Z
      2  | deal   | x         | stage_id | s2    | 2024-01-05T09:00:00Z
      3  | deal   | x         | stage_id | s1    | 2024-01-08T09:00:00Z
      4  | deal   | x         | stage_id | s2    | 2024-01-10T09:00:00Z
      5  | deal   | x         | stage_id | won   | 2024-01-20T09:00:00Z
      6  | deal   | y         | stage_id | s1    | 2024-01-02T09:00:00Z
      7  | deal   | y         | stage_id | won   | 2024-01-12T09:00:00Z
      8  | deal   | z         | stage_id | o1    | 2024-01-01T09:00:00Z
      9  | deal   | z         | stage_id | s1    | 2024-01-02T09:00:00Z
      10 | deal   | z         | stage_id | s2    | 2024-01-10T09:00:00Z
      11 | deal   | w         | stage_id | s1    | 2024-01-01T09:00:00Z
      12 | deal   | w         | stage_id | s2    | 2024-01-30T09:00:00Z
    `,
  },
  expected: table`
    stage | average_time | deals
    S1    | 691200000    | 3
    S2    | 1123200000   | 1
  `,
} satisfies Example
