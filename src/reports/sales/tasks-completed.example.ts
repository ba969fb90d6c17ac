import { type Example, table } from '../example.ts'

export default {
  story:
    'Four tasks made in March, two of them completed, one of these only in April. The task made in February was completed in March and is not in the range.',
  today: '2024-04-20',
  question: { range: '2024-03-01..2024-03-31', breakdown: 'none' },
  given: {
    owner: table`
      id  | name | active
      ann | Ann  | true
      bob | Bob  | true
    `,
    activity: table`
      id | type | subject | owner_id | created_at           | occurred_at          | task_status
      1  | TASK | One     | ann      | 2024-03-01T09:00:00Z | 2024-03-02T09:00:00Z | COMPLETED
      2  | TASK | Two     | ann      | 2024-03-05T09:00:00Z | 2024-04-06T09:00:00Z | COMPLETED
      3  | TASK | Three   | ann      | 2024-03-06T09:00:00Z | 2024-03-06T09:00:00Z | NOT_STARTED
      4  | TASK | Four    |          | 2024-03-31T21:59:59Z |                      | WAITING
      5  | TASK | Five    | bob      | 2024-02-28T09:00:00Z | 2024-03-07T09:00:00Z | COMPLETED
      6  | CALL | Six     | bob      | 2024-03-07T09:00:00Z | 2024-03-07T09:00:00Z |
    `,
  },
  expected: table`
    owner      | tasks | completed | completion_rate
    Ann        | 3     | 2         | 66.66666666666667
    Bob        | 0     | 0         |
    Unassigned | 1     | 0         | 0
    Total      | 4     | 2         | 50
  `,
} satisfies Example
