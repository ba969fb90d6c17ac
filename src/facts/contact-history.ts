import { historyOf } from './parts/told.ts'

export default historyOf(
  'contact',
  {
    label: 'Line of the history of a contact',
    plural: 'lines of the history of contacts',
    doc: 'A value that the owner or the lifecycle stage of a contact took, as logs and files together tell it.',
  },
  ['owner_id', 'lifecycle_stage'],
)
