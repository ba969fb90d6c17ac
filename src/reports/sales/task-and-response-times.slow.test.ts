import { afterAll, expect, it } from 'vitest'
import { exampleFolder } from '../../../fixtures/example-folder.ts'
import { type Question, records } from '../../answer/index.ts'
import { table } from '../example.ts'

const folder = await exampleFolder({
  owner: table`
    id  | name | active
    ann | Ann  | true
  `,
  contact: table`
    id | name  | owner_id | created_at
    1  | Ahead | ann      | 2024-02-01T09:00:00Z
    2  | Met   | ann      | 2024-02-01T09:00:00Z
  `,
  activity: table`
    id | type    | contact_id | owner_id | occurred_at          | created_at           | task_status
    m1 | MEETING | 1          | ann      | 2024-03-01T09:00:00Z | 2024-02-02T09:00:00Z |
    m2 | MEETING | 2          | ann      | 2024-02-03T09:00:00Z | 2024-02-02T09:00:00Z |
    t1 | TASK    |            | ann      | 2024-02-09T09:00:00Z | 2024-02-02T09:00:00Z | COMPLETED
    t2 | TASK    |            | ann      | 2024-02-09T09:00:00Z | 2024-02-02T09:00:00Z | COMPLETED
    t3 | TASK    |            | ann      | 2024-02-09T09:00:00Z | 2024-02-02T09:00:00Z | WAITING
  `,
  property_change: table`
    id | entity   | record_id | property    | value     | changed_at
    1  | activity | t1        | task_status | COMPLETED | 2024-02-04T09:00:00Z
    2  | activity | t3        | task_status | COMPLETED | 2024-02-04T09:00:00Z
    3  | activity | t3        | task_status | WAITING   | 2024-02-05T09:00:00Z
  `,
})
afterAll(() => folder.remove())

const asking = folder.asking('2024-02-20')
const column = async (report: string, measure: string, path: string) => {
  const { rows, columns } = await records(asking, `sales/${report}`, {
    question: { range: '2024-02-01..2024-02-29' },
    cell: { measure },
  })
  const at = columns.findIndex((each) => each.path === path)
  return Object.fromEntries(rows.map(({ id, values }) => [id, values[at]]))
}

it('says when a task was completed, where its history tells', async () => {
  expect(await column('tasks-completed', 'tasks', 'completed_at')).toEqual({
    t1: '2024-02-04T09:00:00.000Z',
    t2: null,
    t3: null,
  })
})

it('still filters tasks by every field of an activity', async () => {
  const filters: Question['filters'] = [{ field: 'type', is: 'any-of', values: ['TASK'] }]
  const question = { range: '2024-02-01..2024-02-29', filters }
  expect((await records(asking, 'sales/tasks-completed', { question, cell: { measure: 'tasks' } })).count).toBe(3)
})

it.each(['first_engagement_at', 'first_engagement_type', 'first_engagement_id', 'response_time'])(
  'shows %s of a meeting once it has begun, not before',
  async (path) => {
    const shown = await column('lead-response-time', 'average_response', path)
    const waiting = await column('lead-response-time', 'waiting', path)
    expect([Object.keys(shown), waiting]).toEqual([['2'], { 1: null }])
    expect(shown['2']).not.toBeNull()
  },
)
