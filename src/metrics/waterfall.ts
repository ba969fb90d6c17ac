import type waterfallBooking from '../facts/waterfall-booking.ts'
import { type Columns, count, type Measure, sum } from '../query/index.ts'

export const bookedAmount = (b: Columns<typeof waterfallBooking>): Measure => ({
  key: 'amount',
  label: 'Amount',
  kind: 'money',
  doc: 'The sum of the amounts in the bar, in the company’s currency; a deal without an amount adds nothing.',
  value: sum(b.amount),
  better: null,
})

export const bookedDeals = (): Measure => ({
  key: 'deals',
  label: 'Deals',
  kind: 'number',
  doc: 'The number of deals in the bar.',
  value: count(),
  better: null,
})
