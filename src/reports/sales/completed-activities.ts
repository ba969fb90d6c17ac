import completedActivity from '../../facts/completed-activity.ts'
import { activitiesCompleted } from '../../metrics/activities.ts'
import { type Column, eq, not } from '../../query/index.ts'
import { report, rule } from '../report.ts'
import example from './completed-activities.example.ts'

const finished = (unfinished: Column<'text'>) =>
  (
    [
      ['no-direction', 'NO_DIRECTION', 'An email that does not say whether it was sent'],
      ['not-sent', 'NOT_SENT', 'An incoming or forwarded email'],
      ['meeting', 'MEETING', 'A meeting that is not completed: cancelled, missed or still to come'],
      ['task', 'TASK', 'A task that is not completed'],
      ['other', 'OTHER', 'No call, meeting, task, email or note'],
    ] as const
  ).map(([key, value, otherwise]) => rule(key, not(eq(unfinished, value)), otherwise))

export default report(completedActivity, (a) => ({
  topic: 'Coach reps & teams',
  title: 'Completed activities',
  question: 'How much work did each rep finish?',
  date: a.completedOn,
  range: 'this-month-so-far',
  rules: finished(a.unfinished),
  measures: [activitiesCompleted()],
  by: 'owner',
  breakdown: 'type',
  chart: { totals: 'stacked-bar', overTime: 'stacked-column', measures: ['activities'], reference: false },
  settings: [],
  doc: {
    counts:
      'Calls, notes and outgoing emails on their own day, meetings with the outcome “completed” on the day they started, and tasks that are completed on the day they were completed.',
    leavesOut:
      'Meetings and tasks that are not completed, also tasks that were reopened, and incoming and forwarded emails, which are not work of the user, nor emails that do not say which of these they are.',
    reading:
      'An activity belongs to its own owner, not to the owner of the contact or deal. One that is linked to several records counts once; a task completed twice counts once, at the last time.',
    doubts: ['When the history of a completed task is missing, its due date stands in for the day of completion.'],
  },
  example,
}))
