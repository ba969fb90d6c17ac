import { activity, activityTypes, day, entity, id, instant, owner, ref, text } from '../model/index.ts'
import type { Fact } from './fact.ts'

/**
 * One row a finished piece of work. Meetings and tasks count once they are completed, emails when they went out.
 * A task completed twice counts once, at its last completion; one that was reopened does not count.
 */
const completedActivity = {
  ...entity('completed_activity', {
    label: 'Completed activity',
    plural: 'completed activities',
    doc: 'A call, meeting, task, email or note that was finished, on the day it was finished.',
    title: 'activity.subject',
    list: [
      'activity.subject',
      'type',
      'owner.name',
      'completed_at',
      'activity.contact.name',
      'activity.company.name',
      'activity.deal.name',
    ],
    fields: {
      type: text('Activity type', { options: activityTypes }),
      owner_id: id('Owner', { hidden: true }),
      completed_at: instant('Completed at'),
      completed_on: day('Activity date'),
    },
    refs: { owner: ref(owner, 'owner_id'), activity: ref(activity, 'id') },
  }),
  of: 'activity',
  recordId: 'id',
  sortedBy: 'completed_on',
  rows: (touched) => `
    WITH status AS (
      SELECT record_id, changed_at, changed_on, value,
        lag(value) OVER (PARTITION BY record_id ORDER BY changed_at, rank, id) AS before
      FROM property_change
      WHERE entity = 'activity' AND property = 'task_status' AND ${touched('record_id')}
    ),
    completion AS (
      SELECT record_id, max(changed_at) AS completed_at, max(changed_on) AS completed_on
      FROM status
      WHERE value = 'COMPLETED' AND before IS DISTINCT FROM value
      GROUP BY record_id
    )
    SELECT a.id, a.type, a.owner_id,
      coalesce(c.completed_at, a.occurred_at) AS completed_at,
      coalesce(c.completed_on, a.occurred_on) AS completed_on
    FROM activity AS a
    LEFT JOIN completion AS c ON c.record_id = a.id
    WHERE ${touched('a.id')} AND (
      a.type IN ('CALL', 'NOTE')
      OR (a.type = 'EMAIL' AND a.email_direction = 'EMAIL')
      OR (a.type = 'MEETING' AND a.meeting_outcome = 'COMPLETED')
      OR (a.type = 'TASK' AND a.task_status = 'COMPLETED')
    )`,
} as const satisfies Fact

export default completedActivity
