import { taskCompletionRate, tasksCreated, tasksDone } from '../../metrics/activities.ts'
import { activity } from '../../model/index.ts'
import { eq } from '../../query/index.ts'
import { report, rule } from '../report.ts'
import example from './tasks-completed.example.ts'

export default report(activity, (a) => ({
  topic: 'Coach reps & teams',
  title: 'Tasks completed',
  question: 'What became of the tasks that were made?',
  date: a.createdOn,
  range: 'this-month-so-far',
  rules: [rule('no-task', eq(a.type, 'TASK'), 'Not a task')],
  measures: [tasksCreated(), tasksDone(a), taskCompletionRate(a)],
  by: 'owner',
  breakdown: 'task_status',
  chart: { totals: 'stacked-bar', overTime: 'stacked-column', measures: ['tasks'], reference: false },
  settings: [],
  list: [
    'subject',
    'owner.name',
    'task_status',
    'task_type',
    'task_priority',
    'created_at',
    'occurred_at',
    'contact.name',
  ],
  doc: {
    counts: 'Tasks that were created in the range, by the status they have now.',
    leavesOut: 'All other activities, and tasks without a create date.',
    reading:
      'A task counts in the period it was made in, even when it is completed later. The completion rate is completed tasks ÷ all of them.',
    doubts: [
      'The name says completed, the figure counts tasks created, by status: that is how this report is defined.',
    ],
  },
  example,
}))
