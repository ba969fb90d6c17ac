import { contact, entity, id, lifecycleStages, owner, ref, text } from '../model/index.ts'
import type { Fact } from './fact.ts'
import { visitFields, visits } from './parts/visit.ts'

const lifecycleVisit = {
  ...entity('lifecycle_visit', {
    rights: 'contact',
    label: 'Lifecycle visit',
    plural: 'lifecycle visits',
    doc: 'One continuous stay of a contact in a lifecycle stage.',
    title: 'contact.name',
    list: ['contact.name', 'lifecycle_stage', 'entered_at', 'exited_at', 'duration', 'owner.name'],
    fields: {
      contact_id: id('Contact', { hidden: true }),
      lifecycle_stage: text('Lifecycle stage', { options: lifecycleStages }),
      owner_id: id('Contact owner', { hidden: true }),
      ...visitFields,
    },
    refs: { contact: ref(contact, 'contact_id'), owner: ref(owner, 'owner_id') },
  }),
  of: 'contact',
  recordId: 'contact_id',
  sortedBy: 'entered_on',
  after: ['contact_history'],
  rows: (touched, making) =>
    visits({ entity: 'contact', property: 'lifecycle_stage', carried: ['owner_id'] }, touched, making),
} as const satisfies Fact

export default lifecycleVisit
