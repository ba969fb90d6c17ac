import { company } from './company.ts'
import { entity, ref } from './entity.ts'
import { day, id, instant, options, text } from './field.ts'
import { owner } from './owner.ts'

export const lifecycleStages = options(
  ['subscriber', 'Subscriber'],
  ['lead', 'Lead'],
  ['marketingqualifiedlead', 'Marketing qualified lead'],
  ['salesqualifiedlead', 'Sales qualified lead'],
  ['opportunity', 'Opportunity'],
  ['customer', 'Customer'],
  ['evangelist', 'Evangelist'],
  ['other', 'Other'],
)

/** How a contact or deal first came: section 4 of the source classification. */
export const originalSources = options(
  ['ORGANIC_SEARCH', 'Organic search'],
  ['PAID_SEARCH', 'Paid search'],
  ['EMAIL_MARKETING', 'Email marketing'],
  ['SOCIAL_MEDIA', 'Organic social'],
  ['REFERRALS', 'Referrals'],
  ['OTHER_CAMPAIGNS', 'Other campaigns'],
  ['DIRECT_TRAFFIC', 'Direct traffic'],
  ['OFFLINE', 'Offline sources'],
  ['PAID_SOCIAL', 'Paid social'],
  ['AI_REFERRALS', 'AI referrals'],
)

export const contact = entity('contact', {
  rights: 'contact',
  label: 'Contact',
  plural: 'contacts',
  doc: 'A person outside the company.',
  title: 'name',
  list: ['name', 'email', 'company.name', 'owner.name', 'lifecycle_stage', 'created_on'],
  fields: {
    name: text('Name'),
    email: text('Email'),
    phone: text('Phone'),
    job_title: text('Job title'),
    city: text('City'),
    country: text('Country'),
    lifecycle_stage: text('Lifecycle stage', { options: lifecycleStages }),
    lead_status: text('Lead status'),
    original_source: text('Original source', { options: originalSources }),
    company_id: id('Company', { hidden: true }),
    owner_id: id('Owner', { hidden: true }),
    created_at: instant('Created at'),
    created_on: day('Create date', { dayOf: 'created_at' }),
  },
  refs: { company: ref(company, 'company_id'), owner: ref(owner, 'owner_id') },
})
