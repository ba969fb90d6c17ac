import { activity, entity, owner, ref } from '../model/index.ts'
import type { Fact } from './fact.ts'
import { told, toldFields } from './told.ts'

const properties = ['task_status']

const activityHistory = {
  ...entity('activity_history', {
    label: 'Line of the history of an activity',
    plural: 'lines of the history of activities',
    doc: 'A status that a task took, as logs and files together tell it.',
    title: 'activity.subject',
    list: ['changed_at', 'activity.subject', 'property', 'value', 'changed_by.name', 'inferred'],
    fields: toldFields,
    refs: { activity: ref(activity, 'record_id'), changed_by: ref(owner, 'changed_by', 'Changed by') },
  }),
  of: 'activity',
  recordId: 'record_id',
  sortedBy: 'changed_on',
  rows: (touched, ways) => told('activity', properties, touched, ways),
} as const satisfies Fact

export default activityHistory
