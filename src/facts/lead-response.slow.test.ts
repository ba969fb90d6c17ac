import { afterAll, expect, it } from 'vitest'
import { exampleFolder } from '../../fixtures/example-folder.ts'
import { table } from '../reports/example.ts'

const folder = await exampleFolder({
  contact: table`
    id | owner_id | created_at
    1  | ann      | 2024-02-01T09:00:00Z
    2  | bob      | 2024-02-01T09:00:00Z
    3  | ann      | 2024-02-01T09:00:00Z
    4  | bob      | 2024-02-01T09:00:00Z
    5  | bob      | 2024-02-01T09:00:00Z
    6  |          | 2024-02-01T09:00:00Z
    7  | ann      | 2024-03-01T09:00:00Z
    8  | ann      | 2024-02-01T09:00:00Z
    9  | ann      | 2024-02-01T09:00:00Z
    10 | ann      |
    11 | ann      | 2024-02-01T09:00:00Z
    12 | ann      | 2024-02-01T09:00:00Z
  `,
  conversation: table`
    id | channel   | owner_id | contact_id | subject | created_at
    w0 | EMAIL     | ann      | 12         | Re: hi  | 2024-02-01T09:30:00Z
    w1 | LIVE_CHAT | bob      | 12         | Hello   | 2024-02-01T09:45:00Z
    w2 | WHATSAPP  | ann      | 12         | Price?  | 2024-02-01T10:00:00Z
  `,
  activity: table`
    id | type    | contact_id | owner_id | occurred_at          | created_at           | email_direction | task_status | subject
    e1 | EMAIL   | 1          | ann      | 2024-03-01T10:30:00Z |                      | EMAIL           |             | Welcome
    e0 | EMAIL   | 1          | ann      | 2024-03-01T09:30:00Z |                      | INCOMING_EMAIL  |             | Question
    n1 | NOTE    | 1          | ann      | 2024-03-01T09:30:00Z |                      |                 |             | Called?
    c1 | CALL    | 2          | bob      | 2024-03-01T09:20:00Z |                      |                 |             |
    c2 | CALL    | 2          | bob      | 2024-03-02T08:45:00Z |                      |                 |             |
    t3 | TASK    | 3          | ann      | 2024-03-09T12:00:00Z |                      |                 | IN_PROGRESS | Prepare
    e3 | EMAIL   | 3          | ann      | 2024-03-01T14:00:00Z |                      | EMAIL           |             |
    m4 | MEETING | 4          | bob      | 2024-03-04T09:00:00Z | 2024-03-03T09:30:00Z |                 |             | Demo
    e7 | EMAIL   | 7          | ann      | 2024-03-01T09:00:00Z |                      | EMAIL           |             |
    d7 | CALL    | 7          | ann      | 2024-03-01T09:00:00Z |                      |                 |             |
    t8 | TASK    | 8          | ann      | 2024-03-05T09:00:00Z |                      |                 | COMPLETED   |
    t9 | TASK    | 9          | ann      | 2024-03-05T09:00:00Z |                      |                 | WAITING     |
  `,
  property_change: table`
    id  | entity   | record_id | property    | value       | changed_at
    o1  | contact  | 1         | owner_id    | ann         | 2024-03-01T09:00:00Z
    o1b | contact  | 1         | owner_id    | ann         | 2024-03-02T09:00:00Z
    o2a | contact  | 2         | owner_id    | ann         | 2024-03-01T09:00:00Z
    o2b | contact  | 2         | owner_id    | bob         | 2024-03-02T08:00:00Z
    o3  | contact  | 3         | owner_id    | ann         | 2024-03-01T12:00:00Z
    o4  | contact  | 4         | owner_id    | bob         | 2024-03-03T09:00:00Z
    o5  | contact  | 5         | owner_id    | bob         | 2024-03-05T09:00:00Z
    o6a | contact  | 6         | owner_id    | bob         | 2024-03-05T09:00:00Z
    o6b | contact  | 6         | owner_id    |             | 2024-03-06T09:00:00Z
    o11 | contact  | 11        | owner_id    | bob         | 2024-03-06T09:00:00Z
    s3a | activity | t3        | task_status | NOT_STARTED | 2024-03-01T12:30:00Z
    s3b | activity | t3        | task_status | IN_PROGRESS | 2024-03-01T13:00:00Z
    s9a | activity | t9        | task_status | COMPLETED   | 2024-01-05T09:00:00Z
    s9b | activity | t9        | task_status | COMPLETED   | 2024-03-05T09:00:00Z
    s9c | activity | t9        | task_status | WAITING     | 2024-03-06T09:00:00Z
  `,
})
afterAll(folder.remove)

const responseTo = async (contact: string) =>
  (
    await folder.data.warehouse.run({
      sql: `SELECT owner_id, assigned_at, response_time, first_engagement_type, first_engagement_id, first_engagement_description
        FROM lead_response WHERE id = $1`,
      values: [contact],
      columns: [],
    })
  ).rows[0]

const hour = 3_600_000

it.each([
  ['1', ['ann', '2024-03-01T09:00:00.000Z', 1.5 * hour, 'EMAIL', 'e1', 'Welcome']],
  ['2', ['bob', '2024-03-02T08:00:00.000Z', 0.75 * hour, 'CALL', 'c2', null]],
  ['3', ['ann', '2024-03-01T12:00:00.000Z', hour, 'TASK', 't3', 'Prepare']],
  ['4', ['bob', '2024-03-03T09:00:00.000Z', 24 * hour, 'MEETING', 'm4', 'Demo']],
  ['5', ['bob', '2024-03-05T09:00:00.000Z', null, null, null, null]],
  ['6', undefined],
])('times the answer to contact %s', async (contact, expected) => {
  expect(await responseTo(contact)).toEqual(expected)
})

it('counts from the creation where nobody told of an owner, work at that very moment too, the lower id first', async () => {
  expect(await responseTo('7')).toEqual(['ann', '2024-03-01T09:00:00.000Z', 0, 'CALL', 'd7', null])
})

it('takes the time of a completed task itself when its history is not known', async () => {
  expect((await responseTo('8'))?.[4]).toBe('t8')
})

it('does not count a status that was only written again', async () => {
  expect((await responseTo('9'))?.[2]).toBe(null)
})

it('takes a chat with the owner from its beginning, and no thread of emails', async () => {
  expect(await responseTo('12')).toEqual(['ann', '2024-02-01T09:00:00.000Z', hour, 'CHAT', 'w2', 'Price?'])
})

it.each([
  ['nobody knows when its owner was set', '10'],
  ['its history ends with another owner', '11'],
])('has no contact of which %s', async (_why, contact) => {
  expect(await responseTo(contact)).toBe(undefined)
})
