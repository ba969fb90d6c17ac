import { fc } from '../../fixtures/seeded.ts'
import { type SmallTable, table } from '../reports/example.ts'

const at = (hours: number) => Temporal.Instant.from('2024-03-01T00:00:00Z').add({ hours }).toString()
/** Few enough that changes often fall on one instant. */
const instant = fc.integer({ min: 0, max: 120 }).map((step) => at(step * 9))
const cell = (...values: readonly string[]) => fc.option(fc.constantFrom(...values), { freq: 6 })
const number = (most: number) => fc.integer({ min: 0, max: most - 1 }).map(String)
const owner = cell('ann', 'bob', 'cas', 'gone')
const stage = cell('appointment', 'contract', 'contract', 'won', 'lost', 'offer', 'nowhere')
const lifecycle = cell('lead', 'marketingqualifiedlead', 'customer', 'other')

const counts = { deals: 50, contacts: 60, activities: 80 }

const deal = fc.record({
  stage_id: stage,
  pipeline_id: cell('sales', 'partners'),
  owner_id: owner,
  amount_in_currency: cell('0', '100', '250.5', '-20'),
  currency: cell('EUR', 'USD', 'XXX'),
  created_at: fc.option(instant, { freq: 10 }),
  closed_at: fc.option(instant, { freq: 6 }),
  forecast_category: cell('PIPELINE', 'COMMIT'),
})
const contact = fc.record({ owner_id: owner, lifecycle_stage: lifecycle, created_at: fc.option(instant, { freq: 10 }) })
const activity = fc.record({
  type: fc.constantFrom('CALL', 'MEETING', 'TASK', 'TASK', 'EMAIL', 'NOTE'),
  contact_id: fc.option(number(counts.contacts)),
  owner_id: owner,
  occurred_at: fc.option(instant, { freq: 20 }),
  email_direction: cell('EMAIL', 'INCOMING_EMAIL'),
  task_status: cell('COMPLETED', 'NOT_STARTED'),
})

const change = (entity: string, most: number, property: string, value: fc.Arbitrary<string | null>) =>
  fc.record({
    entity: fc.constant(entity),
    record_id: number(most),
    property: fc.constant(property),
    value,
    changed_at: instant,
    rank: fc.constantFrom(null, '1', '2'),
    changed_by: owner,
    origin: fc.constantFrom('csv', 'csv', 'inferred', null),
  })
/** Two more deals than there are: their history stays behind. */
const dealChange = (property: string, value: fc.Arbitrary<string | null>) =>
  change('deal', counts.deals + 2, property, value)
const changes = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: dealChange('stage_id', stage) },
    { weight: 2, arbitrary: dealChange('amount_in_currency', cell('0', '100', '100.00', '40', 'many')) },
    { weight: 2, arbitrary: dealChange('closed_at', fc.oneof(instant, cell('2024-03-31', '2024-04-01'))) },
    dealChange('owner_id', owner),
    dealChange('pipeline_id', cell('sales', 'partners')),
    dealChange('forecast_category', cell('PIPELINE', 'COMMIT')),
    { weight: 2, arbitrary: change('contact', counts.contacts, 'lifecycle_stage', lifecycle) },
    { weight: 2, arbitrary: change('contact', counts.contacts, 'owner_id', owner) },
    change('activity', counts.activities, 'task_status', cell('NOT_STARTED', 'IN_PROGRESS', 'COMPLETED')),
  ),
  { minLength: 500, maxLength: 600 },
)

export const stages = table`
  id          | label       | pipeline_id | display_order | is_closed | is_won
  appointment | Appointment | sales       | 1             | false     | false
  contract    | Contract    | sales       | 2             | false     | false
  won         | Closed won  | sales       | 3             | true      | true
  lost        | Closed lost | sales       | 4             | true      | false
  offer       | Offer       | partners    | 1             | false     | false
`

export const rates = table`
  id | currency | rate | valid_from_on
  1  | USD      | 0.8  | 2024-01-01
  2  | USD      | 0.9  | 2024-04-01
`

const tabled = (rows: readonly object[]): SmallTable => ({
  columns: ['id', ...Object.keys(rows[0] ?? {})],
  rows: rows.map((row, index) => [String(index), ...Object.values(row)]),
})

const exactly = <T>(of: fc.Arbitrary<T>, length: number) => fc.array(of, { minLength: length, maxLength: length })

/** Records as they are now and all that was told of their past, which need not fit together. */
export const history = fc
  .record({
    deal: exactly(deal, counts.deals),
    contact: exactly(contact, counts.contacts),
    activity: exactly(activity, counts.activities),
    property_change: changes,
  })
  .map((tables) => Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, tabled(rows)])))
