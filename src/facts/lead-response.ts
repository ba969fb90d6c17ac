import {
  activity,
  activityTypes,
  contact,
  day,
  duration,
  entity,
  id,
  instant,
  owner,
  ref,
  text,
} from '../model/index.ts'
import type { Fact } from './fact.ts'
import { isInferred } from './parts/resting.ts'
import { stays } from './parts/stay.ts'

/**
 * One row a contact with an owner, from the moment this owner was set. Work of the owner before that, and work of
 * anybody else, does not count. A chat counts when it begins, for its messages are not known. A meeting counts at its start: one that lies ahead is here, and is no answer yet.
 */
const leadResponse = {
  ...entity('lead_response', {
    rights: 'contact',
    label: 'Lead response',
    plural: 'lead responses',
    doc: 'How long the owner of a contact took to the first email, call, meeting or begun task after being assigned.',
    title: 'contact.name',
    list: [
      'contact.name',
      'owner.name',
      'assigned_at',
      'first_engagement_at',
      'first_engagement_type',
      'first_engagement_description',
      'first_engagement_id',
      'response_time',
    ],
    fields: {
      owner_id: id('Owner', { hidden: true }),
      assigned_at: instant('Owner assigned at'),
      assigned_on: day('Owner assigned date'),
      first_engagement_at: instant('First engagement at'),
      first_engagement_on: day('Date of first engagement'),
      first_engagement_type: text('Type of first engagement', {
        options: [...activityTypes, { value: 'CHAT', label: 'Chat' }],
      }),
      first_engagement_id: id('First engagement id'),
      /** None for a chat, which is a conversation. */
      first_activity_id: id('First engagement', { hidden: true }),
      first_engagement_description: text('Description of first engagement'),
      response_time: duration('Lead response time'),
      is_inferred: isInferred,
    },
    refs: {
      owner: ref(owner, 'owner_id'),
      contact: ref(contact, 'id'),
      activity: ref(activity, 'first_activity_id', 'First engagement'),
    },
  }),
  of: 'contact',
  recordId: 'id',
  sortedBy: 'assigned_on',
  after: ['contact_history', 'activity_history'],
  through: [
    { entity: 'activity', via: 'contact_id' },
    { entity: 'conversation', via: 'contact_id' },
  ],
  rows: (touched, { dialect }) => `
    WITH assigned AS (
      SELECT c.id, c.owner_id, stay.entered_at, stay.entered_on, stay.is_entry_inferred
      FROM (${stays('contact', 'owner_id', touched)}) AS stay
      JOIN contact AS c ON c.id = stay.record_id AND c.owner_id = stay.value
      WHERE stay.exited_at IS NULL AND ${touched('c.id')}
    ),
    work AS (
      SELECT a.id, a.contact_id, a.owner_id, a.type, a.subject, a.occurred_at, a.occurred_on, a.task_status,
        assigned.entered_at
      FROM activity AS a
      JOIN assigned ON assigned.id = a.contact_id AND assigned.owner_id = a.owner_id
      WHERE ${touched('a.contact_id')}
        AND (a.type IN ('CALL', 'MEETING', 'TASK') OR (a.type = 'EMAIL' AND a.email_direction = 'EMAIL'))
    ),
    status AS (
      SELECT record_id, value, changed_at, changed_on,
        lag(value) OVER (PARTITION BY record_id ORDER BY changed_at, rank, id) AS before
      FROM activity_history
      WHERE property = 'task_status' AND record_id IN (SELECT id FROM work WHERE type = 'TASK')
    ),
    engagement AS (
      SELECT id, contact_id, type, subject, occurred_at AS engaged_at, occurred_on AS engaged_on, entered_at
      FROM work
      WHERE type <> 'TASK' OR (task_status = 'COMPLETED' AND id NOT IN (SELECT record_id FROM status))
      UNION ALL
      SELECT work.id, work.contact_id, work.type, work.subject, status.changed_at, status.changed_on, work.entered_at
      FROM status JOIN work ON work.id = status.record_id
      WHERE status.value IN ('IN_PROGRESS', 'COMPLETED') AND status.before IS DISTINCT FROM status.value
      UNION ALL
      SELECT chat.id, chat.contact_id, 'CHAT', chat.subject, chat.created_at, chat.created_on, assigned.entered_at
      FROM conversation AS chat
      JOIN assigned ON assigned.id = chat.contact_id AND assigned.owner_id = chat.owner_id
      WHERE ${touched('chat.contact_id')} AND chat.channel IN ('LIVE_CHAT', 'FACEBOOK_MESSENGER', 'WHATSAPP')
    ),
    answer AS (
      SELECT contact_id, id, type, subject, engaged_at, engaged_on,
        row_number() OVER (PARTITION BY contact_id ORDER BY engaged_at, id) AS place
      FROM engagement WHERE engaged_at >= entered_at
    )
    SELECT assigned.id, assigned.owner_id, assigned.entered_at AS assigned_at, assigned.entered_on AS assigned_on,
      answer.engaged_at AS first_engagement_at, answer.engaged_on AS first_engagement_on,
      answer.type AS first_engagement_type, answer.id AS first_engagement_id,
      CASE WHEN answer.type <> 'CHAT' THEN answer.id END AS first_activity_id,
      answer.subject AS first_engagement_description,
      ${dialect.millisecondsBetween('assigned.entered_at', 'answer.engaged_at')} AS response_time,
      assigned.is_entry_inferred AS is_inferred
    FROM assigned LEFT JOIN answer ON answer.contact_id = assigned.id AND answer.place = 1`,
} as const satisfies Fact

export default leadResponse
