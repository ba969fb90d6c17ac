import { meetingsHad } from '../../metrics/activities.ts'
import { activity } from '../../model/index.ts'
import { eq } from '../../query/index.ts'
import { report, rule } from '../report.ts'
import example from './meeting-outcomes.example.ts'

export default report(activity, (a) => ({
  topic: 'Coach reps & teams',
  title: 'Meeting outcomes',
  question: 'How do our meetings end?',
  date: a.occurredOn,
  range: 'this-month',
  rules: [rule('no-meeting', eq(a.type, 'MEETING'), 'Not a meeting')],
  measures: [meetingsHad()],
  by: 'meeting_outcome',
  breakdown: null,
  chart: { totals: 'bar', overTime: 'stacked-column', measures: ['meetings'], reference: false },
  settings: [],
  list: ['subject', 'owner.name', 'meeting_outcome', 'meeting_type', 'occurred_at', 'contact.name', 'company.name'],
  doc: {
    counts: 'Meetings that start in the range, by their outcome.',
    leavesOut: 'All other activities.',
    reading:
      'Meetings that are still to come are counted when they start in the range. A meeting without an outcome stands under “(No value)”.',
    doubts: ['The range counts by the start of the meeting, not by when it was booked.'],
  },
  example,
}))
