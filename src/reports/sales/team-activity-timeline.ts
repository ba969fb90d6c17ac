import timelineEntry from '../../facts/timeline-entry.ts'
import { callEntries, emailEntries, entries, meetingEntries, taskEntries } from '../../metrics/timeline.ts'
import { isPast } from '../../query/index.ts'
import { report, rule } from '../report.ts'
import example from './team-activity-timeline.example.ts'

export default report(timelineEntry, (e) => ({
  topic: 'Coach reps & teams',
  title: 'Team activity timeline',
  question: 'What did the team do, in the order of time?',
  date: e.happenedOn,
  newest: e.happenedAt,
  range: 'this-month-so-far',
  rules: [rule('later', isPast(e.happenedAt), 'Still to come')],
  measures: [callEntries(e), emailEntries(e), meetingEntries(e), taskEntries(e), entries()],
  by: 'none',
  breakdown: null,
  presentation: {
    as: 'entries',
    columns: { when: 'happened_at', kind: 'type', who: 'owner.name', what: 'subject', outcome: 'outcome' },
  },
  chart: { totals: 'feed', overTime: 'feed', measures: ['activities'], reference: false },
  settings: [],
  doc: {
    counts:
      'Calls and emails at their time, meetings at their start, and tasks at the time of their completion, or at their due time when they are not completed.',
    leavesOut: 'Notes and chats, what has no time, and whatever is still to come.',
    reading:
      'The newest stands first; of two at the same moment the one whose id comes first. An activity that is linked to several records stands here once, under its own owner.',
    doubts: ['Incoming emails are part of what happened and are shown; filter by outcome to leave them out.'],
  },
  example,
}))
