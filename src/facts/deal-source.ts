import {
  contact,
  day,
  deal,
  entity,
  id,
  money,
  originalSources,
  owner,
  pipeline,
  ref,
  stage,
  text,
} from '../model/index.ts'
import type { View } from './fact.ts'
import { hasNoRate, hasNoRateOf } from './parts/resting.ts'

/** One row a deal with where it came from: its own source, else offline when its contact came offline. */
const dealSource = {
  ...entity('deal_source', {
    rights: 'deal',
    label: 'Deal',
    plural: 'deals',
    doc: 'A deal with its original source.',
    title: 'deal.name',
    list: ['deal.name', 'owner.name', 'stage.label', 'amount', 'source', 'contact.name', 'closed_on'],
    fields: {
      owner_id: id('Owner', { hidden: true }),
      pipeline_id: id('Pipeline', { hidden: true }),
      stage_id: id('Stage', { hidden: true }),
      contact_id: id('Contact', { hidden: true }),
      closed_on: day('Close date'),
      amount: money('Amount'),
      source: text('Original source', { options: originalSources }),
      has_no_rate: hasNoRateOf('amount'),
    },
    refs: {
      deal: ref(deal, 'id'),
      owner: ref(owner, 'owner_id'),
      pipeline: ref(pipeline, 'pipeline_id'),
      stage: ref(stage, 'stage_id'),
      contact: ref(contact, 'contact_id'),
    },
  }),
  view: () => `
    SELECT d.id, d.owner_id, d.pipeline_id, d.stage_id, d.contact_id, d.closed_on, d.amount,
      coalesce(d.original_source, CASE WHEN c.original_source = 'OFFLINE' THEN 'OFFLINE' END) AS source, ${hasNoRate('d')} AS has_no_rate
    FROM deal AS d
    LEFT JOIN contact AS c ON c.id = d.contact_id`,
} as const satisfies View

export default dealSource
