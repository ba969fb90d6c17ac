import { type Example, table } from '../example.ts'

export default {
  story:
    'Ann answers the first contact after an hour and a half and begins a task for the third after one hour. The second is passed on to Bob, whose call of the day before does not count. Bob meets the fourth after a day and leaves the fifth waiting. Nobody owns the sixth.',
  today: '2024-03-10',
  question: { range: '2024-03-01..2024-03-31' },
  given: {
    owner: table`
      id  | name | active
      ann | Ann  | true
      bob | Bob  | true
    `,
    contact: table`
      id | name  | owner_id | created_at
      1  | One   | ann      | 2024-02-01T09:00:00Z
      2  | Two   | bob      | 2024-02-01T09:00:00Z
      3  | Three | ann      | 2024-02-01T09:00:00Z
      4  | Four  | bob      | 2024-02-01T09:00:00Z
      5  | Five  | bob      | 2024-02-01T09:00:00Z
      6  | Six   |          | 2024-02-01T09:00:00Z
    `,
    activity: table`
      id | type    | contact_id | owner_id | occurred_at          | created_at           | email_direction | task_status
      1  | EMAIL   | 1          | ann      | 2024-03-01T10:30:00Z |                      | EMAIL           |
      2  | CALL    | 2          | bob      | 2024-03-01T09:20:00Z |                      |                 |
      3  | CALL    | 2          | bob      | 2024-03-02T08:45:00Z |                      |                 |
      4  | TASK    | 3          | ann      | 2024-03-09T12:00:00Z |                      |                 | IN_PROGRESS
      5  | EMAIL   | 3          | ann      | 2024-03-01T14:00:00Z |                      | EMAIL           |
      6  | MEETING | 4          | bob      | 2024-03-04T09:00:00Z | 2024-03-03T09:30:00Z |                 |
      7  | MEETING | 5          | bob      | 2024-03-11T09:00:00Z | 2024-03-06T09:00:00Z |                 |
      8  | CALL    | 6          | bob      | 2024-03-06T09:00:00Z |                      |                 |
    `,
    property_change: table`
      id | entity   | record_id | property    | value       | changed_at
      1  | contact  | 1         | owner_id    | ann         | 2024-03-01T09:00:00Z
      2a | contact  | 2         | owner_id    | ann         | 2024-03-01T09:00:00Z
      2b | contact  | 2         | owner_id    | bob         | 2024-03-02T08:00:00Z
      3  | contact  | 3         | owner_id    | ann         | 2024-03-01T12:00:00Z
      4  | contact  | 4         | owner_id    | bob         | 2024-03-03T09:00:00Z
      5  | contact  | 5         | owner_id    | bob         | 2024-03-05T00:00:00Z
      t1 | activity | 4         | task_status | NOT_STARTED | 2024-02-20T09:00:00Z
      t2 | activity | 4         | task_status | IN_PROGRESS | 2024-03-01T13:00:00Z
    `,
  },
  expected: table`
    owner | average_response | median_response | responded | waiting
    Ann   | 4500000          | 4500000         | 2         | 0
    Bob   | 44550000         | 44550000        | 2         | 1
    Total | 24525000         | 4500000         | 4         | 1
  `,
} satisfies Example
