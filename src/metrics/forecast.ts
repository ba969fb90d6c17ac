import type dealOutlook from '../facts/deal-outlook.ts'
import { type Columns, count, type Measure, sum } from '../query/index.ts'

type Outlook = Columns<typeof dealOutlook>

export const outlookAmount = (d: Outlook): Measure => ({
  key: 'amount',
  label: 'Amount',
  kind: 'money',
  doc: 'The sum of the full amounts in the company’s currency; a deal without an amount adds nothing.',
  value: sum(d.amount),
  better: 'up',
})

export const weightedAmount = (d: Outlook): Measure => ({
  key: 'weighted',
  label: 'Weighted amount',
  kind: 'money',
  doc: 'The sum of amount × probability of the stage: won deals count in full, lost deals as nothing.',
  value: sum(d.weightedAmount),
  better: 'up',
})

export const dealsLost = (): Measure => ({
  key: 'lost',
  label: 'Lost',
  kind: 'number',
  doc: 'The number of lost deals.',
  value: count(),
  better: 'down',
})

export const lostAmount = (d: Outlook): Measure => ({
  key: 'lost_amount',
  label: 'Lost amount',
  kind: 'money',
  doc: 'The sum of their amounts; a deal without an amount adds nothing.',
  value: sum(d.amount),
  better: 'down',
})
