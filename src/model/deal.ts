import { company } from './company.ts'
import { contact, originalSources } from './contact.ts'
import { entity, ref } from './entity.ts'
import { day, id, instant, money, number, options, text } from './field.ts'
import { owner } from './owner.ts'
import { pipeline, stage } from './pipeline.ts'

export const forecastCategories = options(
  ['OMIT', 'Not forecasted'],
  ['PIPELINE', 'Pipeline'],
  ['BEST_CASE', 'Best case'],
  ['COMMIT', 'Commit'],
  ['CLOSED', 'Closed won'],
)

export const deal = entity('deal', {
  rights: 'deal',
  label: 'Deal',
  plural: 'deals',
  doc: 'A chance to sell something, on its way through a pipeline.',
  title: 'name',
  list: ['name', 'owner.name', 'stage.label', 'amount', 'closed_on', 'created_on', 'company.name', 'pipeline.label'],
  fields: {
    name: text('Deal'),
    pipeline_id: id('Pipeline', { hidden: true }),
    stage_id: id('Stage', { hidden: true }),
    /** As the source has it, in the deal's own currency. Reports use `amount`. */
    amount_in_currency: money('Amount in the deal’s currency'),
    currency: text('Currency'),
    amount_in_home_currency: money('Amount in company currency'),
    exchange_rate: number('Exchange rate'),
    amount: money('Amount', {
      homeOf: 'amount_in_currency',
      toldIn: 'amount_in_home_currency',
      convertedBy: 'exchange_rate',
    }),
    closed_at: instant('Closes at'),
    closed_on: day('Close date', { dayOf: 'closed_at' }),
    created_at: instant('Created at'),
    created_on: day('Create date', { dayOf: 'created_at' }),
    owner_id: id('Owner', { hidden: true }),
    company_id: id('Company', { hidden: true }),
    contact_id: id('Contact', { hidden: true }),
    type: text('Deal type'),
    forecast_category: text('Forecast category', { options: forecastCategories, ordered: true }),
    closed_lost_reason: text('Closed lost reason'),
    closed_won_reason: text('Closed won reason'),
    original_source: text('Original source', { options: originalSources }),
  },
  refs: {
    owner: ref(owner, 'owner_id'),
    stage: ref(stage, 'stage_id'),
    pipeline: ref(pipeline, 'pipeline_id'),
    company: ref(company, 'company_id'),
    contact: ref(contact, 'contact_id'),
  },
})
