import type meetingEvent from '../facts/meeting-event.ts'
import type { activity } from '../model/index.ts'
import { and, type Columns, type Condition, count, eq, isPast, type Measure, not, share } from '../query/index.ts'
import { taskCompletionRate, tasksCreated, tasksDone } from './activities.ts'

type Meetings = Columns<typeof meetingEvent>
type Activities = Columns<typeof activity>

const started = (m: Meetings): Condition => and(eq(m.event, 'START'), isPast(m.happenedAt))
const isHeld = (m: Meetings): Condition => and(eq(m.event, 'START'), eq(m.meetingOutcome, 'COMPLETED'))

const meetingsBooked = (m: Meetings): Measure => ({
  key: 'booked',
  label: 'Booked',
  kind: 'number',
  doc: 'The number of meetings that were made in the range, whenever they start.',
  value: count(eq(m.event, 'BOOKED')),
  better: 'up',
})

const meetingsHeld = (m: Meetings): Measure => ({
  key: 'held',
  label: 'Held',
  kind: 'number',
  doc: 'The number of meetings with the outcome “completed” that start in the range.',
  value: count(isHeld(m)),
  better: 'up',
})

const noShows = (m: Meetings): Measure => ({
  key: 'no_shows',
  label: 'No shows',
  kind: 'number',
  doc: 'The number of meetings that start in the range and to which nobody came.',
  value: count(and(eq(m.event, 'START'), eq(m.meetingOutcome, 'NO_SHOW'))),
  better: 'down',
})

const meetingCompletionRate = (m: Meetings): Measure => ({
  key: 'completion_rate',
  label: 'Completion rate',
  kind: 'percent',
  doc: 'Completed meetings as a share of those whose start has passed.',
  value: share(count(and(started(m), isHeld(m))), count(started(m))),
  better: 'up',
})

export const meetingFigures = (m: Meetings): readonly Measure[] => [
  meetingsBooked(m),
  meetingsHeld(m),
  noShows(m),
  meetingCompletionRate(m),
]

const tasksOverdue = (a: Activities): Measure => ({
  key: 'overdue',
  label: 'Overdue',
  kind: 'number',
  doc: 'The number of them that are not completed though their due time has passed.',
  value: count(and(isPast(a.occurredAt), not(eq(a.taskStatus, 'COMPLETED')))),
  better: 'down',
})

export const taskFigures = (a: Activities): readonly Measure[] => [
  tasksCreated(),
  tasksDone(a),
  taskCompletionRate(a),
  tasksOverdue(a),
]

export const sequenceEnrollments = (): Measure => ({
  key: 'enrollments',
  label: 'Enrollments',
  kind: 'number',
  doc: 'The number of contacts that were put into a sequence.',
  value: count(),
  better: 'up',
})
