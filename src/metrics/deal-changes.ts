import type dealChangeScope from '../facts/deal-change-scope.ts'
import { type Columns, count, countDistinct, type Measure, sum } from '../query/index.ts'

type Changes = Columns<typeof dealChangeScope>

export const changesMade = (): Measure => ({
  key: 'changes',
  label: 'Changes',
  kind: 'number',
  doc: 'The number of changes, the creation of a deal among them.',
  value: count(),
  better: null,
})

export const dealsChanged = (c: Changes): Measure => ({
  key: 'deals',
  label: 'Deals changed',
  kind: 'number',
  doc: 'The number of different deals that changed or were created.',
  value: countDistinct(c.dealId),
  better: null,
})

export const amountChanged = (c: Changes): Measure => ({
  key: 'amount_delta',
  label: 'Change of amount',
  kind: 'money',
  doc: 'What was added to the amounts less what was taken off; the first amount of a new deal is no change.',
  value: sum(c.amountDelta),
  better: 'up',
})
