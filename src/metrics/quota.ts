import type quotaLine from '../facts/quota-line.ts'
import { type Columns, eq, type Measure, not, share, sum, sumKnown } from '../query/index.ts'

type Lines = Columns<typeof quotaLine>

const wonSum = (q: Lines) => sum(q.amount, eq(q.kind, 'WON'))
const goalSum = (q: Lines) => sumKnown(q.goalAmount, not(eq(q.kind, 'WON')))

export const revenueWon = (q: Lines): Measure => ({
  key: 'actual',
  label: 'Won',
  kind: 'money',
  doc: 'The sum of the amounts of won deals in the company’s currency; a deal without an amount adds nothing.',
  value: wonSum(q),
  better: 'up',
})

export const revenueGoal = (q: Lines): Measure => ({
  key: 'goal',
  label: 'Goal',
  kind: 'money',
  doc: 'The sum of the goals, each by the share of its days that are in the range.',
  value: goalSum(q),
  better: null,
})

export const attainment = (q: Lines): Measure => ({
  key: 'attainment',
  label: 'Attainment',
  kind: 'percent',
  doc: 'Won as a share of the goal. Without a goal there is none.',
  value: share(wonSum(q), goalSum(q)),
  better: 'up',
})
