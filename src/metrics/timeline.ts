import type timelineEntry from '../facts/timeline-entry.ts'
import { type Columns, count, eq, type Measure } from '../query/index.ts'

type Entries = Columns<typeof timelineEntry>

export const entries = (): Measure => ({
  key: 'activities',
  label: 'Activities',
  kind: 'number',
  doc: 'The number of calls, emails, meetings and tasks up to now.',
  value: count(),
  better: 'up',
})

const ofType =
  (key: string, label: string, type: string, doc: string) =>
  (e: Entries): Measure => ({ key, label, kind: 'number', doc, value: count(eq(e.type, type)), better: 'up' })

export const callEntries = ofType('calls', 'Calls', 'CALL', 'The number of calls.')
export const emailEntries = ofType('emails', 'Emails', 'EMAIL', 'The number of emails, incoming ones too.')
export const meetingEntries = ofType('meetings', 'Meetings', 'MEETING', 'The number of meetings that have begun.')
export const taskEntries = ofType('tasks', 'Tasks', 'TASK', 'The number of tasks that were completed or due.')
