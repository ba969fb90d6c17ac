import { type Example, salesStages, table } from '../example.ts'

export default {
  story:
    'The second quarter of 2024. A went to July. B moved within the quarter. C went to August and came back. D came from July. E was never in the quarter. F should have closed in July and was won in June, when the CRM stamped that day.',
  today: '2024-08-10',
  question: { range: '2024-04-01..2024-06-30', by: 'owner' },
  given: {
    owner: table`
      id  | name | active
      ann | Ann  | true
      bob | Bob  | true
    `,
    stage: salesStages,
    deal: table`
      id | name | owner_id | stage_id | created_at           | closed_at
      A  | A    | ann      | contract | 2024-01-10T09:00:00Z | 2024-07-20T09:00:00Z
      B  | B    | ann      | contract | 2024-01-10T09:00:00Z | 2024-06-28T09:00:00Z
      C  | C    | ann      | contract | 2024-01-10T09:00:00Z | 2024-06-20T09:00:00Z
      D  | D    | bob      | contract | 2024-01-10T09:00:00Z | 2024-06-30T09:00:00Z
      E  | E    | bob      | contract | 2024-01-10T09:00:00Z | 2024-09-01T09:00:00Z
      F  | F    | bob      | won      | 2024-01-10T09:00:00Z | 2024-06-12T09:00:00Z
    `,
    property_change: table`
      id | entity | record_id | property  | value                | changed_at
      a1 | deal   | A         | closed_at | 2024-06-15T09:00:00Z | 2024-01-10T09:00:00Z
      a2 | deal   | A         | closed_at | 2024-07-20T09:00:00Z | 2024-06-01T09:00:00Z
      b1 | deal   | B         | closed_at | 2024-06-10T09:00:00Z | 2024-01-10T09:00:00Z
      b2 | deal   | B         | closed_at | 2024-06-28T09:00:00Z | 2024-06-01T09:00:00Z
      c1 | deal   | C         | closed_at | 2024-05-30T09:00:00Z | 2024-01-10T09:00:00Z
      c2 | deal   | C         | closed_at | 2024-08-01T09:00:00Z | 2024-05-01T09:00:00Z
      c3 | deal   | C         | closed_at | 2024-06-20T09:00:00Z | 2024-06-01T09:00:00Z
      d1 | deal   | D         | closed_at | 2024-07-15T09:00:00Z | 2024-01-10T09:00:00Z
      d2 | deal   | D         | closed_at | 2024-06-30T09:00:00Z | 2024-06-01T09:00:00Z
      e1 | deal   | E         | closed_at | 2024-07-01T09:00:00Z | 2024-01-10T09:00:00Z
      e2 | deal   | E         | closed_at | 2024-09-01T09:00:00Z | 2024-06-01T09:00:00Z
      f1 | deal   | F         | closed_at | 2024-07-05T09:00:00Z | 2024-01-10T09:00:00Z
      f2 | deal   | F         | stage_id  | contract             | 2024-01-10T09:00:00Z
      f3 | deal   | F         | stage_id  | won                  | 2024-06-12T09:00:00Z
      f4 | deal   | F         | closed_at | 2024-06-12T09:00:00Z | 2024-06-12T09:00:00Z
    `,
  },
  expected: table`
    owner | pushed | not_pushed | push_rate         | pushes
    Ann   | 2      | 1          | 66.66666666666667 | 2
    Bob   | 0      | 2          | 0                 | 0
    Total | 2      | 3          | 40                | 2
  `,
} satisfies Example
