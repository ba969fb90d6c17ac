import { activity, company, contact, day, deal, entity, id, instant, owner, ref } from '../model/index.ts'
import type { View } from './fact.ts'

const { subject, task_status, task_type, task_priority, created_at, created_on, occurred_at, occurred_on } =
  activity.fields
const kept = { subject, task_status, task_type, task_priority, created_at, created_on, occurred_at, occurred_on }
const relations = ['owner_id', 'contact_id', 'company_id', 'deal_id']

/** One row a task, with the time at which its history says that it was completed: null while it is not, or where none tells. */
const task = {
  ...entity('task', {
    rights: 'activity',
    label: 'Task',
    plural: 'tasks',
    doc: 'A task with the time at which it was completed.',
    title: 'subject',
    list: ['subject', 'owner.name', 'task_status', 'created_at', 'completed_at', 'occurred_at', 'contact.name'],
    fields: {
      ...kept,
      owner_id: id('Owner', { hidden: true }),
      contact_id: id('Contact', { hidden: true }),
      company_id: id('Company', { hidden: true }),
      deal_id: id('Deal', { hidden: true }),
      completed_at: instant('Completed at'),
      completed_on: day('Completion date'),
    },
    refs: {
      owner: ref(owner, 'owner_id'),
      contact: ref(contact, 'contact_id'),
      company: ref(company, 'company_id'),
      deal: ref(deal, 'deal_id'),
      activity: ref(activity, 'id'),
    },
  }),
  view: (uses) => {
    const own = ['id', ...Object.keys(kept), ...relations].map((name) => `a.${name}`).join(', ')
    if (!uses('completed_at') && !uses('completed_on')) return `SELECT ${own} FROM activity AS a WHERE a.type = 'TASK'`
    return `
    SELECT ${own}, done.completed_at, done.completed_on
    FROM activity AS a
    LEFT JOIN (SELECT id, completed_at, completed_on FROM completed_activity WHERE type = 'TASK' AND is_told) AS done
      ON done.id = a.id
    WHERE a.type = 'TASK'`
  },
} as const satisfies View

export default task
