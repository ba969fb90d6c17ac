import meetingEvent from '../../facts/meeting-event.ts'
import { averageCallTime, callsConnected, callsMade, callTime, connectedRate } from '../../metrics/activities.ts'
import { meetingFigures, sequenceEnrollments, taskFigures } from '../../metrics/prospecting.ts'
import { activity } from '../../model/index.ts'
import { eq, never } from '../../query/index.ts'
import { type ChartChoice, rule, tab, tabbed } from '../report.ts'
import { calls, meetings, sequences, tasks } from './prospecting-activities.example.ts'

const shared = { range: 'this-month-so-far', by: 'owner', breakdown: null, settings: [] } as const
const drawn = (...measures: readonly string[]) => ({
  totals: 'bar' as ChartChoice,
  overTime: 'column' as ChartChoice,
  measures,
  reference: false,
})

export default tabbed(
  {
    topic: 'Coach reps & teams',
    title: 'Prospecting activities',
    question: 'How productive and effective is our prospecting?',
    doc: {
      counts:
        'Meetings: booked on the day they were made; held and no shows on the day they start. Calls: on the day of the call. Tasks: on the day they were made, with what became of them since.',
      leavesOut: 'Emails and notes. Meetings without an outcome are neither held nor no shows.',
      reading:
        'The completion rate of meetings is over those whose start has passed; that of tasks over all tasks made in the range; the connected rate over calls with an outcome. Work belongs to the owner of the activity.',
      doubts: [
        'A task counts in the period it was made in; completed and overdue are as of now.',
        'Calls in both directions count.',
      ],
    },
  },
  tab('meetings', 'Meetings', meetingEvent, (m) => ({
    ...shared,
    date: m.happenedOn,
    newest: m.happenedAt,
    rules: [],
    measures: meetingFigures(m),
    chart: drawn('booked', 'held', 'no_shows'),
    example: meetings,
  })),
  tab('calls', 'Calls', activity, (a) => ({
    ...shared,
    date: a.occurredOn,
    newest: a.occurredAt,
    rules: [rule('no-call', eq(a.type, 'CALL'), 'Not a call')],
    measures: [callsMade(), callsConnected(a), connectedRate(a), callTime(a), averageCallTime(a)],
    chart: drawn('calls', 'connected'),
    example: calls,
  })),
  tab('tasks', 'Tasks', activity, (a) => ({
    ...shared,
    date: a.createdOn,
    newest: a.createdAt,
    rules: [rule('no-task', eq(a.type, 'TASK'), 'Not a task')],
    measures: taskFigures(a),
    chart: drawn('tasks', 'completed', 'overdue'),
    example: tasks,
  })),
  tab('sequences', 'Sequences', activity, (a) => ({
    ...shared,
    date: a.occurredOn,
    rules: [rule('no-enrollment', never, 'Not an enrollment in a sequence')],
    measures: [sequenceEnrollments()],
    chart: drawn('enrollments'),
    presentation: {
      as: 'awaited',
      why: 'There are no sequences in your data yet. Once they are, their enrollments, emails and replies stand here.',
    },
    example: sequences,
  })),
)
