import { type Example, table } from '../example.ts'

const asked = {
  today: '2024-03-20',
  question: { range: '2024-03-01..2024-03-31' },
  given: {
    owner: table`
      id  | name | active
      ann | Ann  | true
      bob | Bob  | true
    `,
    activity: table`
      id | type    | owner_id | created_at           | occurred_at          | meeting_outcome | call_outcome | call_duration | task_status
      1  | MEETING | ann      | 2024-03-01T09:00:00Z | 2024-03-04T09:00:00Z | COMPLETED       |              |               |
      2  | MEETING | ann      | 2024-02-20T09:00:00Z | 2024-03-05T09:00:00Z | NO_SHOW         |              |               |
      3  | MEETING | ann      | 2024-03-18T09:00:00Z | 2024-04-02T09:00:00Z | SCHEDULED       |              |               |
      4  | MEETING | ann      | 2024-03-18T09:00:00Z | 2024-03-20T11:00:01Z | SCHEDULED       |              |               |
      5  | MEETING | bob      | 2024-02-01T09:00:00Z | 2024-03-20T11:00:00Z | SCHEDULED       |              |               |
      6  | CALL    | ann      | 2024-03-04T09:00:00Z | 2024-03-04T09:00:00Z |                 | Connected    | 120000        |
      7  | CALL    | ann      | 2024-03-05T09:00:00Z | 2024-03-05T09:00:00Z |                 | Busy         | 0             |
      8  | CALL    | bob      | 2024-03-05T09:00:00Z | 2024-03-31T22:00:00Z |                 | Connected    | 60000         |
      9  | TASK    | ann      | 2024-03-02T09:00:00Z | 2024-03-08T09:00:00Z |                 |              |               | COMPLETED
      10 | TASK    | ann      | 2024-03-02T09:00:00Z | 2024-03-20T11:00:00Z |                 |              |               | WAITING
      11 | TASK    | ann      | 2024-03-02T09:00:00Z | 2024-03-20T11:00:01Z |                 |              |               | NOT_STARTED
      12 | TASK    | bob      | 2024-02-02T09:00:00Z | 2024-03-08T09:00:00Z |                 |              |               | NOT_STARTED
      13 | NOTE    | bob      | 2024-03-02T09:00:00Z | 2024-03-08T09:00:00Z |                 |              |               |
    `,
  },
}

export const meetings = {
  ...asked,
  story:
    'It is noon in Amsterdam. Ann booked three meetings in March; one was held, and the one booked in February was no show. The meeting that starts this very second has begun, the one a second later has not.',
  expected: table`
    owner | booked | held | no_shows | completion_rate
    Ann   | 3      | 1    | 1        | 50
    Bob   | 0      | 0    | 0        | 0
    Total | 3      | 1    | 1        | 33.333333333333336
  `,
} satisfies Example

export const calls = {
  ...asked,
  story: 'Ann made two calls and reached one person. Bob’s call was on 1 April at 00:00 Amsterdam time.',
  expected: table`
    owner | calls | connected | connected_rate | call_time | average_call
    Ann   | 2     | 1         | 50             | 120000    | 60000
    Bob   | 0     | 0         |                | 0         |
    Total | 2     | 1         | 50             | 120000    | 60000
  `,
} satisfies Example

export const tasks = {
  ...asked,
  story:
    'Ann made three tasks; one is done, one is due this very second and therefore overdue, one a second later. Bob made his in February.',
  expected: table`
    owner | tasks | completed | completion_rate    | overdue
    Ann   | 3     | 1         | 33.333333333333336 | 1
    Bob   | 0     | 0         |                    | 0
    Total | 3     | 1         | 33.333333333333336 | 1
  `,
} satisfies Example

export const sequences = {
  ...asked,
  story: 'There are no sequences, so there is nobody enrolled in one.',
  expected: table`
    owner | enrollments
    Ann   | 0
    Bob   | 0
    Total | 0
  `,
} satisfies Example
