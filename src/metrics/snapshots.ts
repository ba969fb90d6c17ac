import type dealSnapshot from '../facts/deal-snapshot.ts'
import { type Columns, count, type Measure, sum } from '../query/index.ts'

export const dealsThen = (): Measure => ({
  key: 'deals',
  label: 'Deals',
  kind: 'number',
  doc: 'The number of deals at that moment.',
  value: count(),
  better: null,
})

export const amountThen = (d: Columns<typeof dealSnapshot>): Measure => ({
  key: 'amount',
  label: 'Amount',
  kind: 'money',
  doc: 'The sum of the amounts that the deals had at that moment; a deal without an amount adds nothing.',
  value: sum(d.amount),
  better: null,
})
