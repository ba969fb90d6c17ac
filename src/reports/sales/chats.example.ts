import { type Example, table } from '../example.ts'

export default {
  story:
    'Ann has two chats, Bob one and nobody took the fourth. The email and the thread on WhatsApp are no chats, and the last chat was started on 1 April at 00:00 Amsterdam time.',
  today: '2024-04-20',
  question: { range: '2024-03-01..2024-03-31' },
  given: {
    owner: table`
      id  | name | active
      ann | Ann  | true
      bob | Bob  | true
    `,
    conversation: table`
      id | subject | channel            | owner_id | created_at
      1  | One     | LIVE_CHAT          | ann      | 2024-02-29T23:00:00Z
      2  | Two     | FACEBOOK_MESSENGER | ann      | 2024-03-05T09:00:00Z
      3  | Three   | LIVE_CHAT          | bob      | 2024-03-05T09:00:00Z
      4  | Four    | LIVE_CHAT          |          | 2024-03-31T21:59:59Z
      5  | Five    | EMAIL              | ann      | 2024-03-05T09:00:00Z
      6  | Six     | WHATSAPP           | bob      | 2024-03-05T09:00:00Z
      7  | Seven   |                    | bob      | 2024-03-05T09:00:00Z
      8  | Eight   | LIVE_CHAT          | bob      | 2024-03-31T22:00:00Z
    `,
  },
  expected: table`
    owner      | chats
    Ann        | 2
    Bob        | 1
    Unassigned | 1
    Total      | 4
  `,
} satisfies Example
