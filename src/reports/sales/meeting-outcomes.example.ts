import { type Example, table } from '../example.ts'

export default {
  story:
    'Five meetings of March, one of them still to come and one without an outcome. The sixth starts on 1 April at 00:00 Amsterdam time.',
  today: '2024-03-20',
  question: { range: '2024-03-01..2024-03-31' },
  given: {
    owner: table`
      id  | name | active
      ann | Ann  | true
    `,
    activity: table`
      id | type    | subject | owner_id | occurred_at          | meeting_outcome
      1  | MEETING | One     | ann      | 2024-03-01T09:00:00Z | COMPLETED
      2  | MEETING | Two     | ann      | 2024-03-05T09:00:00Z | COMPLETED
      3  | MEETING | Three   |          | 2024-03-06T09:00:00Z | NO_SHOW
      4  | MEETING | Four    | ann      | 2024-03-31T21:59:59Z | SCHEDULED
      5  | MEETING | Five    | ann      | 2024-03-07T09:00:00Z |
      6  | MEETING | Six     | ann      | 2024-03-31T22:00:00Z | SCHEDULED
      7  | CALL    | Seven   | ann      | 2024-03-07T09:00:00Z |
    `,
  },
  expected: table`
    outcome    | meetings
    Completed  | 2
    No show    | 1
    Scheduled  | 1
    (No value) | 1
    Total      | 5
  `,
} satisfies Example
