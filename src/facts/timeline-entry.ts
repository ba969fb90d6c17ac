import {
  activity,
  activityTypes,
  company,
  contact,
  day,
  deal,
  entity,
  id,
  instant,
  owner,
  ref,
  text,
} from '../model/index.ts'
import type { Fact } from './fact.ts'

/** A meeting stands at its start, a task at its completion or else where it is due. */
const timelineEntry = {
  ...entity('timeline_entry', {
    rights: 'activity',
    label: 'Activity',
    plural: 'activities',
    doc: 'A call, email, meeting or task at the moment at which it stands in the timeline.',
    title: 'subject',
    list: ['happened_at', 'owner.name', 'type', 'subject', 'outcome', 'contact.name', 'company.name', 'deal.name'],
    fields: {
      type: text('Activity type', { options: activityTypes.filter(({ value }) => value !== 'NOTE') }),
      subject: text('Subject'),
      /** Of a call or meeting; the status of a task; the direction of an email. */
      outcome: text('Outcome', {
        options: [
          ...(activity.fields.meeting_outcome.options ?? []),
          ...(activity.fields.task_status.options ?? []),
          ...(activity.fields.email_direction.options ?? []),
        ],
      }),
      happened_at: instant('Time'),
      happened_on: day('Activity date'),
      owner_id: id('Owner', { hidden: true }),
      contact_id: id('Contact', { hidden: true }),
      company_id: id('Company', { hidden: true }),
      deal_id: id('Deal', { hidden: true }),
    },
    refs: {
      owner: ref(owner, 'owner_id'),
      contact: ref(contact, 'contact_id'),
      company: ref(company, 'company_id'),
      deal: ref(deal, 'deal_id'),
    },
  }),
  of: 'activity',
  recordId: 'id',
  sortedBy: 'happened_on',
  after: ['completed_activity'],
  rows: (touched) => `
    SELECT a.id, a.type, a.subject,
      coalesce(a.call_outcome, a.meeting_outcome, a.task_status, a.email_direction) AS outcome,
      coalesce(done.completed_at, a.occurred_at) AS happened_at,
      coalesce(done.completed_on, a.occurred_on) AS happened_on,
      a.owner_id, a.contact_id, a.company_id, a.deal_id
    FROM activity AS a
    LEFT JOIN (SELECT id, completed_at, completed_on FROM completed_activity WHERE type = 'TASK' AND unfinished IS NULL AND ${touched('id')}) AS done
      ON done.id = a.id
    WHERE a.type IN ('CALL', 'EMAIL', 'MEETING', 'TASK') AND ${touched('a.id')}`,
} as const satisfies Fact

export default timelineEntry
