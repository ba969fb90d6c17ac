import task from '../../facts/task.ts'
import { taskCompletionRate, tasksCreated, tasksDone } from '../../metrics/activities.ts'
import { report } from '../report.ts'
import example from './tasks-completed.example.ts'

export default report(task, (t) => ({
  topic: 'Coach reps & teams',
  title: 'Tasks completed',
  question: 'What became of the tasks that were made?',
  date: t.createdOn,
  range: 'this-month-so-far',
  rules: [],
  measures: [tasksCreated(), tasksDone(t), taskCompletionRate(t)],
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
    'completed_at',
    'occurred_at',
    'contact.name',
  ],
  doc: {
    counts: 'Tasks that were created in the range, by the status they have now.',
    leavesOut: 'All other activities, and tasks without a create date.',
    reading:
      'A task counts in the period it was made in, even when it is completed later. The completion rate is completed tasks ÷ all of them. “Completed at” is the last completion that the history of a task tells of; without a history it is not known.',
    doubts: [
      'The name says completed, the figure counts tasks created, by status: that is how this report is defined.',
    ],
  },
  example,
}))
