import { entity, ref } from './entity.ts'
import { day, id, instant, money, number, text } from './field.ts'
import { owner } from './owner.ts'

export const company = entity('company', {
  rights: 'company',
  label: 'Company',
  plural: 'companies',
  doc: 'An organisation that contacts and deals belong to.',
  title: 'name',
  list: ['name', 'domain', 'industry', 'country', 'owner.name', 'created_on'],
  fields: {
    name: text('Name'),
    domain: text('Domain'),
    industry: text('Industry'),
    country: text('Country'),
    city: text('City'),
    employees: number('Employees'),
    annual_revenue: money('Annual revenue'),
    owner_id: id('Owner', { hidden: true }),
    created_at: instant('Created at'),
    created_on: day('Create date', { dayOf: 'created_at' }),
  },
  refs: { owner: ref(owner, 'owner_id') },
})
