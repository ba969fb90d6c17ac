import {
  activity,
  company,
  contact,
  day,
  deal,
  entity,
  id,
  instant,
  options,
  owner,
  ref,
  text,
} from '../model/index.ts'
import type { View } from './fact.ts'

const kept = 'owner_id, contact_id, company_id, deal_id, subject, meeting_outcome, meeting_type'

/** Two rows a meeting, since it is booked on one day and starts on another. */
const meetingEvent = {
  ...entity('meeting_event', {
    rights: 'activity',
    label: 'Meeting event',
    plural: 'meeting events',
    doc: 'The booking of a meeting on the day of the booking, or its start on the day it starts.',
    title: 'subject',
    list: [
      'subject',
      'event',
      'owner.name',
      'happened_at',
      'meeting_outcome',
      'contact.name',
      'company.name',
      'deal.name',
    ],
    fields: {
      activity_id: id('Meeting', { hidden: true }),
      event: text('Event', { options: options(['BOOKED', 'Booked'], ['START', 'Start']) }),
      happened_at: instant('Time'),
      happened_on: day('Date of booking or start'),
      owner_id: id('Owner', { hidden: true }),
      contact_id: id('Contact', { hidden: true }),
      company_id: id('Company', { hidden: true }),
      deal_id: id('Deal', { hidden: true }),
      subject: text('Subject'),
      meeting_outcome: activity.fields.meeting_outcome,
      meeting_type: text('Meeting type'),
    },
    refs: {
      owner: ref(owner, 'owner_id'),
      contact: ref(contact, 'contact_id'),
      company: ref(company, 'company_id'),
      deal: ref(deal, 'deal_id'),
    },
  }),
  view: () => `
    SELECT id || ':booked' AS id, id AS activity_id, 'BOOKED' AS event, created_at AS happened_at,
      created_on AS happened_on, ${kept}
    FROM activity WHERE type = 'MEETING'
    UNION ALL
    SELECT id || ':start', id, 'START', occurred_at, occurred_on, ${kept}
    FROM activity WHERE type = 'MEETING'`,
} as const satisfies View

export default meetingEvent
