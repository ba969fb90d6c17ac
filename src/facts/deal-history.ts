import { historyOf } from './parts/told.ts'

/** What a deal is at a moment. */
export const dealProperties = [
  'stage_id',
  'amount_in_currency',
  'currency',
  'closed_at',
  'owner_id',
  'pipeline_id',
  'forecast_category',
  'exchange_rate',
] as const

export default historyOf(
  'deal',
  {
    label: 'Line of the history of a deal',
    plural: 'lines of the history of deals',
    doc: 'A value that a property of a deal took, as logs and files together tell it.',
  },
  dealProperties,
)
