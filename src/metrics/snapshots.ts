import type dealSnapshot from '../facts/deal-snapshot.ts'
import { type Columns, countEach, type Measure, sum } from '../query/index.ts'

type Snapshots = Columns<typeof dealSnapshot>

export const dealsThen = (d: Snapshots): Measure => ({
  key: 'deals',
  label: 'Deals',
  kind: 'number',
  doc: 'The number of deals at that moment.',
  value: countEach(d.n),
  better: null,
})

export const amountThen = (d: Snapshots): Measure => ({
  key: 'amount',
  label: 'Amount',
  kind: 'money',
  doc: 'The sum of the amounts that the deals had at that moment; a deal without an amount adds nothing.',
  value: sum(d.total),
  better: null,
})
