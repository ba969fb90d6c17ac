import { contact } from './contact.ts'
import { deal } from './deal.ts'
import { entity, ref } from './entity.ts'
import { day, id, instant, options, text } from './field.ts'
import { owner } from './owner.ts'

export const lead = entity('lead', {
  rights: 'lead',
  label: 'Lead',
  plural: 'leads',
  doc: 'A contact that sales is trying to turn into a deal.',
  title: 'name',
  list: ['name', 'owner.name', 'stage', 'contact.name', 'created_on'],
  fields: {
    name: text('Lead'),
    stage: text('Lead stage', {
      ordered: true,
      options: options(
        ['NEW', 'New'],
        ['ATTEMPTING', 'Attempting'],
        ['CONNECTED', 'Connected'],
        ['QUALIFIED', 'Qualified'],
        ['DISQUALIFIED', 'Disqualified'],
      ),
    }),
    type: text('Lead type'),
    label: text('Lead label'),
    owner_id: id('Owner', { hidden: true }),
    contact_id: id('Contact', { hidden: true }),
    deal_id: id('Deal', { hidden: true }),
    first_outreach_at: instant('First outreach at'),
    created_at: instant('Created at'),
    created_on: day('Create date', { dayOf: 'created_at' }),
  },
  refs: { owner: ref(owner, 'owner_id'), contact: ref(contact, 'contact_id'), deal: ref(deal, 'deal_id') },
})
