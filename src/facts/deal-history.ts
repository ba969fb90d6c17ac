import { deal, entity, owner, ref } from '../model/index.ts'
import type { Fact } from './fact.ts'
import { told, toldFields } from './told.ts'

const properties = [
  'stage_id',
  'amount_in_currency',
  'closed_at',
  'owner_id',
  'pipeline_id',
  'forecast_category',
  'exchange_rate',
]

const dealHistory = {
  ...entity('deal_history', {
    label: 'Line of the history of a deal',
    plural: 'lines of the history of deals',
    doc: 'A value that a property of a deal took, as logs and files together tell it.',
    title: 'deal.name',
    list: ['changed_at', 'deal.name', 'property', 'value', 'changed_by.name', 'inferred'],
    fields: toldFields,
    refs: { deal: ref(deal, 'record_id'), changed_by: ref(owner, 'changed_by', 'Changed by') },
  }),
  of: 'deal',
  recordId: 'record_id',
  sortedBy: 'changed_on',
  rows: (touched, ways) => told('deal', properties, touched, ways),
} as const satisfies Fact

export default dealHistory
