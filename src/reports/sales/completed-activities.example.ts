import { type Example, table } from '../example.ts'

export default {
  story:
    'One week of Ann and Bob. The task t2 was completed on Monday, reopened and completed again on Wednesday: once. The task t3 was reopened and counts nowhere. The second email came in, and the second meeting was cancelled.',
  today: '2024-03-10',
  question: { range: '2024-03-04..2024-03-10' },
  given: {
    owner: table`
      id  | name | active
      ann | Ann  | true
      bob | Bob  | true
    `,
    activity: table`
      id | type    | subject    | owner_id | occurred_at          | meeting_outcome | task_status | email_direction
      c1 | CALL    | First call | ann      | 2024-03-04T09:00:00Z |                 |             |
      c2 | CALL    | Last week  | ann      | 2024-03-03T09:00:00Z |                 |             |
      m1 | MEETING | Demo       | ann      | 2024-03-05T09:00:00Z | COMPLETED       |             |
      m2 | MEETING | Called off | bob      | 2024-03-05T09:00:00Z | CANCELED        |             |
      e1 | EMAIL   | Offer      | bob      | 2024-03-06T09:00:00Z |                 |             | EMAIL
      e2 | EMAIL   | Re: Offer  | bob      | 2024-03-06T10:00:00Z |                 |             | INCOMING_EMAIL
      n1 | NOTE    | Budget     |          | 2024-03-06T11:00:00Z |                 |             |
      t1 | TASK    | Send deck  | bob      | 2024-03-07T09:00:00Z |                 | COMPLETED   |
      t2 | TASK    | Call back  | ann      | 2024-02-01T09:00:00Z |                 | COMPLETED   |
      t3 | TASK    | Follow up  | ann      | 2024-03-07T09:00:00Z |                 | NOT_STARTED |
    `,
    property_change: table`
      id | entity   | record_id | property    | value       | changed_at
      h1 | activity | t2        | task_status | NOT_STARTED | 2024-02-01T09:00:00Z
      h2 | activity | t2        | task_status | COMPLETED   | 2024-03-04T09:00:00Z
      h3 | activity | t2        | task_status | NOT_STARTED | 2024-03-05T09:00:00Z
      h4 | activity | t2        | task_status | COMPLETED   | 2024-03-06T09:00:00Z
      h5 | activity | t3        | task_status | COMPLETED   | 2024-03-05T09:00:00Z
      h6 | activity | t3        | task_status | NOT_STARTED | 2024-03-06T09:00:00Z
    `,
  },
  expected: table`
    owner      | activities
    Ann        | 3
    Bob        | 2
    Unassigned | 1
    Total      | 6
  `,
} satisfies Example
