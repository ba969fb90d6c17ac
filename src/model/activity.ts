import { company } from './company.ts'
import { contact } from './contact.ts'
import { deal } from './deal.ts'
import { entity, ref } from './entity.ts'
import { day, duration, id, instant, options, text } from './field.ts'
import { owner } from './owner.ts'

export const activityTypes = options(
  ['CALL', 'Call'],
  ['MEETING', 'Meeting'],
  ['TASK', 'Task'],
  ['EMAIL', 'Email'],
  ['NOTE', 'Note'],
)

/** Calls, meetings, tasks, emails and notes in one table: the fields of the other types are null. */
export const activity = entity('activity', {
  rights: 'activity',
  label: 'Activity',
  plural: 'activities',
  doc: 'A call, meeting, task, email or note that someone logged.',
  title: 'subject',
  list: ['subject', 'type', 'owner.name', 'occurred_at', 'contact.name', 'company.name', 'deal.name'],
  fields: {
    type: text('Activity type', { options: activityTypes }),
    subject: text('Subject'),
    owner_id: id('Owner', { hidden: true }),
    contact_id: id('Contact', { hidden: true }),
    company_id: id('Company', { hidden: true }),
    deal_id: id('Deal', { hidden: true }),
    /** The time of a call, email or note; the start of a meeting; the due time of a task. */
    occurred_at: instant('Activity time'),
    occurred_on: day('Activity date', { dayOf: 'occurred_at' }),
    created_at: instant('Created at'),
    created_on: day('Create date', { dayOf: 'created_at' }),
    call_direction: text('Call direction', { options: options(['OUTBOUND', 'Outbound'], ['INBOUND', 'Inbound']) }),
    call_outcome: text('Call outcome'),
    call_duration: duration('Call duration'),
    meeting_outcome: text('Meeting outcome', {
      options: options(
        ['SCHEDULED', 'Scheduled'],
        ['COMPLETED', 'Completed'],
        ['RESCHEDULED', 'Rescheduled'],
        ['NO_SHOW', 'No show'],
        ['CANCELED', 'Canceled'],
      ),
    }),
    meeting_type: text('Meeting type'),
    meeting_end_at: instant('Meeting ends at'),
    task_status: text('Task status', {
      options: options(
        ['NOT_STARTED', 'Not started'],
        ['IN_PROGRESS', 'In progress'],
        ['WAITING', 'Waiting'],
        ['DEFERRED', 'Deferred'],
        ['COMPLETED', 'Completed'],
      ),
    }),
    task_type: text('Task type'),
    task_priority: text('Task priority'),
    email_direction: text('Email direction', {
      options: options(['EMAIL', 'Outgoing'], ['INCOMING_EMAIL', 'Incoming'], ['FORWARDED_EMAIL', 'Forwarded']),
    }),
  },
  refs: {
    owner: ref(owner, 'owner_id'),
    contact: ref(contact, 'contact_id'),
    company: ref(company, 'company_id'),
    deal: ref(deal, 'deal_id'),
  },
})
