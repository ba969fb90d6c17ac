import { contact, entity, owner, ref } from '../model/index.ts'
import type { Fact } from './fact.ts'
import { told, toldFields } from './told.ts'

const properties = ['owner_id', 'lifecycle_stage']

const contactHistory = {
  ...entity('contact_history', {
    label: 'Line of the history of a contact',
    plural: 'lines of the history of contacts',
    doc: 'A value that the owner or the lifecycle stage of a contact took, as logs and files together tell it.',
    title: 'contact.name',
    list: ['changed_at', 'contact.name', 'property', 'value', 'changed_by.name', 'inferred'],
    fields: toldFields,
    refs: { contact: ref(contact, 'record_id'), changed_by: ref(owner, 'changed_by', 'Changed by') },
  }),
  of: 'contact',
  recordId: 'record_id',
  sortedBy: 'changed_on',
  rows: (touched, ways) => told('contact', properties, touched, ways),
} as const satisfies Fact

export default contactHistory
