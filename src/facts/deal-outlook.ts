import {
  company,
  day,
  deal,
  entity,
  forecastCategories,
  id,
  money,
  owner,
  percent,
  pipeline,
  ref,
  stage,
  text,
} from '../model/index.ts'
import type { View } from './fact.ts'
import { forecastCategoryOf } from './parts/forecast-category.ts'
import { hasNoRate, hasNoRateOf } from './parts/resting.ts'

/**
 * One row a deal: the category it is forecast in, the probability of its stage and why it was lost.
 * A lost deal is not forecast; a deal without a category of its own has that of its stage.
 */
const dealOutlook = {
  ...entity('deal_outlook', {
    rights: 'deal',
    label: 'Deal',
    plural: 'deals',
    doc: 'A deal with its forecast category, the probability of its stage and its weighted amount.',
    title: 'deal.name',
    list: [
      'deal.name',
      'owner.name',
      'stage.label',
      'amount',
      'probability',
      'weighted_amount',
      'category',
      'closed_on',
    ],
    fields: {
      owner_id: id('Owner', { hidden: true }),
      pipeline_id: id('Pipeline', { hidden: true }),
      stage_id: id('Stage', { hidden: true }),
      company_id: id('Company', { hidden: true }),
      closed_on: day('Close date'),
      amount: money('Amount'),
      probability: percent('Probability of the stage'),
      weighted_amount: money('Weighted amount'),
      category: text('Forecast category', { options: forecastCategories, ordered: true }),
      lost_reason: text('Closed lost reason'),
      has_no_rate: hasNoRateOf('amount', 'weighted_amount'),
    },
    refs: {
      deal: ref(deal, 'id'),
      owner: ref(owner, 'owner_id'),
      pipeline: ref(pipeline, 'pipeline_id'),
      stage: ref(stage, 'stage_id'),
      company: ref(company, 'company_id'),
    },
  }),
  view: (_uses, { exact }) => `
    SELECT d.id, d.owner_id, d.pipeline_id, d.stage_id, d.company_id, d.closed_on, d.amount, s.probability,
      coalesce(d.amount, 0) * ${exact('s.probability / 100', 9, 6)} AS weighted_amount,
      ${forecastCategoryOf('d', 's')} AS category,
      nullif(lower(trim(d.closed_lost_reason)), '') AS lost_reason, ${hasNoRate('d')} AS has_no_rate
    FROM deal AS d
    LEFT JOIN stage AS s ON s.id = d.stage_id`,
} as const satisfies View

export default dealOutlook
