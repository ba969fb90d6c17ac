import { historyOf } from './parts/told.ts'

export default historyOf(
  'activity',
  {
    label: 'Line of the history of an activity',
    plural: 'lines of the history of activities',
    doc: 'A status that a task took, as logs and files together tell it.',
  },
  ['task_status'],
)
