import { type Example, table } from '../example.ts'

export default {
  story:
    'It is noon in Amsterdam on 20 March. The task was due on the 5th and done on the 7th; the other is due and stands there undone. The meeting that starts in a second is not told yet, and the note never is.',
  today: '2024-03-20',
  question: { range: '2024-03-01..2024-03-31', by: 'owner' },
  given: {
    owner: table`
      id  | name | active
      ann | Ann  | true
      bob | Bob  | true
    `,
    activity: table`
      id | type    | subject | owner_id | occurred_at          | task_status | meeting_outcome | email_direction
      1  | CALL    | One     | ann      | 2024-03-01T09:00:00Z |             |                 |
      2  | EMAIL   | Two     | ann      | 2024-03-01T09:00:00Z |             |                 | EMAIL
      3  | EMAIL   | Three   | bob      | 2024-03-02T09:00:00Z |             |                 | INCOMING_EMAIL
      4  | TASK    | Four    | ann      | 2024-03-05T09:00:00Z | COMPLETED   |                 |
      5  | TASK    | Five    | bob      | 2024-03-19T09:00:00Z | WAITING     |                 |
      6  | MEETING | Six     | bob      | 2024-03-20T11:00:00Z |             | SCHEDULED       |
      7  | MEETING | Seven   | bob      | 2024-03-20T11:00:01Z |             | SCHEDULED       |
      8  | NOTE    | Eight   | bob      | 2024-03-02T09:00:00Z |             |                 |
      9  | CALL    | Nine    | bob      | 2024-02-29T22:59:59Z |             |                 |
    `,
    property_change: table`
      id | entity   | record_id | property    | value       | changed_at
      1  | activity | 4         | task_status | NOT_STARTED | 2024-02-29T09:00:00Z
      2  | activity | 4         | task_status | COMPLETED   | 2024-03-07T09:00:00Z
    `,
  },
  expected: table`
    owner | activities | calls | emails | meetings | tasks
    Ann   | 3          | 1     | 1      | 0        | 1
    Bob   | 3          | 0     | 1      | 1        | 1
    Total | 6          | 1     | 2      | 1        | 2
  `,
} satisfies Example
