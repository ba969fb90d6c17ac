import { activity, activityTypes, day, entity, flag, id, instant, options, owner, ref, text } from '../model/index.ts'
import type { Fact } from './fact.ts'
import { isInferred } from './parts/resting.ts'

const unfinished = options(
  ['NO_DIRECTION', 'Email without a direction'],
  ['NOT_SENT', 'Incoming or forwarded email'],
  ['MEETING', 'Meeting that is not completed'],
  ['TASK', 'Task that is not completed'],
  ['OTHER', 'Of another type'],
)

/**
 * One row an activity: finished, or why not. Meetings and tasks count once they are completed, emails when they went out.
 * A task completed twice counts once, at its last completion; one that was reopened does not count.
 * What is not finished stands on its own day and was never completed.
 */
const completedActivity = {
  ...entity('completed_activity', {
    rights: 'activity',
    label: 'Completed activity',
    plural: 'completed activities',
    doc: 'A call, meeting, task, email or note on the day it was finished, or why it is no finished work.',
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
      /** The history of a completed task told when that was. */
      is_told: flag('Completion is told by history', { hidden: true }),
      /** A completed task whose history does not tell when: it stands on its own day. */
      is_inferred: isInferred,
      /** Null for finished work. */
      unfinished: text('Not finished because', { options: unfinished, hidden: true }),
    },
    refs: { owner: ref(owner, 'owner_id'), activity: ref(activity, 'id') },
  }),
  of: 'activity',
  recordId: 'id',
  sortedBy: 'completed_on',
  after: ['activity_history'],
  rows: (touched) => `
    WITH status AS (
      SELECT record_id, changed_at, changed_on, value,
        lag(value) OVER (PARTITION BY record_id ORDER BY changed_at, rank, id) AS before
      FROM activity_history
      WHERE property = 'task_status' AND ${touched('record_id')}
    ),
    completion AS (
      SELECT record_id, max(changed_at) AS completed_at, max(changed_on) AS completed_on
      FROM status
      WHERE value = 'COMPLETED' AND before IS DISTINCT FROM value
      GROUP BY record_id
    ),
    work AS (
      SELECT a.id, a.type, a.owner_id, a.occurred_at, a.occurred_on,
        CASE
          WHEN a.type IN ('CALL', 'NOTE') THEN NULL
          WHEN a.type = 'EMAIL' AND a.email_direction IS NULL THEN 'NO_DIRECTION'
          WHEN a.type = 'EMAIL' THEN CASE WHEN a.email_direction <> 'EMAIL' THEN 'NOT_SENT' END
          WHEN a.type = 'MEETING' THEN CASE WHEN a.meeting_outcome IS DISTINCT FROM 'COMPLETED' THEN 'MEETING' END
          WHEN a.type = 'TASK' THEN CASE WHEN a.task_status IS DISTINCT FROM 'COMPLETED' THEN 'TASK' END
          ELSE 'OTHER' END AS unfinished
      FROM activity AS a WHERE ${touched('a.id')}
    )
    SELECT w.id, w.type, w.owner_id,
      CASE WHEN w.unfinished IS NULL THEN coalesce(c.completed_at, w.occurred_at) END AS completed_at,
      CASE WHEN w.unfinished IS NULL THEN coalesce(c.completed_on, w.occurred_on) ELSE w.occurred_on END AS completed_on,
      w.unfinished IS NULL AND c.completed_at IS NOT NULL AS is_told,
      w.type = 'TASK' AND w.unfinished IS NULL AND c.completed_at IS NULL AS is_inferred, w.unfinished
    FROM work AS w
    LEFT JOIN completion AS c ON c.record_id = w.id`,
} as const satisfies Fact

export default completedActivity
