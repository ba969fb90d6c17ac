import { type Example, table } from '../example.ts'

export default {
  story:
    'Ann made three calls, one of them without an outcome and a length; Bob was called once. The meeting is no call, and the last call was on 11 March at 00:00 Amsterdam time, after the range.',
  today: '2024-03-12',
  question: { range: '2024-03-04..2024-03-10', breakdown: 'none' },
  given: {
    owner: table`
      id  | name | active
      ann | Ann  | true
      bob | Bob  | true
      cas | Cas  | true
    `,
    activity: table`
      id | type    | subject | owner_id | occurred_at          | call_outcome | call_duration | call_direction
      1  | CALL    | One     | ann      | 2024-03-04T09:00:00Z | Connected    | 60000         | OUTBOUND
      2  | CALL    | Two     | ann      | 2024-03-05T09:00:00Z | Busy         | 0             | OUTBOUND
      3  | CALL    | Three   | ann      | 2024-03-06T09:00:00Z |              |               | OUTBOUND
      4  | CALL    | Four    | bob      | 2024-03-10T22:59:59Z | Connected    | 120000        | INBOUND
      5  | MEETING | Five    | bob      | 2024-03-06T09:00:00Z |              |               |
      6  | CALL    | Six     | bob      | 2024-03-10T23:00:00Z | No answer    | 0             | OUTBOUND
    `,
  },
  expected: table`
    owner | calls | connected | connected_rate    | call_time | average_call
    Ann   | 3     | 1         | 50                | 60000     | 30000
    Bob   | 1     | 1         | 100               | 120000    | 120000
    Cas   | 0     | 0         |                   | 0         |
    Total | 4     | 2         | 66.66666666666667 | 180000    | 60000
  `,
} satisfies Example
