import type { CustomField, EntityName, FieldSpec } from '../../model/index.ts'
import { flag, number, options, text } from '../../model/index.ts'

const custom = (entity: EntityName, name: string, spec: FieldSpec): CustomField => ({
  ...spec,
  entity,
  name,
  custom: true,
})

/** Properties that this company added to its CRM. */
export const sampleCustomFields: readonly CustomField[] = [
  custom('deal', 'competitor', text('Competitor')),
  custom(
    'deal',
    'product_line',
    text('Product line', {
      options: options(
        ['planner', 'Planner'],
        ['insight', 'Insight'],
        ['connect', 'Connect'],
        ['suite', 'Enterprise suite'],
      ),
    }),
  ),
  custom('deal', 'number_of_seats', number('Number of seats')),
  custom('contact', 'newsletter', flag('Reads the newsletter')),
  custom(
    'company',
    'partner_tier',
    text('Partner tier', {
      options: options(['Registered', 'Registered'], ['Silver', 'Silver'], ['Gold', 'Gold']),
    }),
  ),
]
