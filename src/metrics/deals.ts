import type { deal } from '../model/index.ts'
import {
  and,
  average,
  type Columns,
  type Condition,
  calendarDaysBetween,
  count,
  daysBetween,
  type Expr,
  eq,
  floored,
  type Measure,
  noLessThan,
  not,
  per,
  product,
  share,
  sum,
} from '../query/index.ts'

type Deals = Columns<typeof deal>

export const isClosed = (d: Deals): Condition => eq(d.stage.isClosed, true)
export const isWon = (d: Deals): Condition => and(isClosed(d), eq(d.stage.isWon, true))
export const isLost = (d: Deals): Condition => and(isClosed(d), not(isWon(d)))
/** A stage that nobody knows is open. */
export const isOpen = (d: Deals): Condition => not(isClosed(d))

/** From creation to close, fractions kept; a close date before creation counts as 0. */
export const daysToClose = (d: Deals): Expr<'number'> => noLessThan(daysBetween(d.createdAt, d.closedAt), 0)

/** As the vendor's own property counts: whole days that have passed. */
const wholeDaysToClose = (d: Deals): Expr<'number'> => noLessThan(floored(daysBetween(d.createdAt, d.closedAt)), 0)

const calendarDaysToClose = (d: Deals): Expr<'number'> => noLessThan(calendarDaysBetween(d.createdOn, d.closedOn), 0)

/** How days to close are counted. */
export const daysCounted = (d: Deals) => [
  { value: 'exact', label: 'Exact', rules: [] },
  { value: 'whole', label: 'Whole days', reads: { of: daysToClose(d), as: wholeDaysToClose(d) } },
  { value: 'calendar', label: 'Calendar days', reads: { of: daysToClose(d), as: calendarDaysToClose(d) } },
]

export const dealsCreated = (): Measure => ({
  key: 'created',
  label: 'Deals created',
  kind: 'number',
  doc: 'The number of deals.',
  value: count(),
  better: 'up',
})

export const createdAmount = (d: Deals): Measure => ({
  key: 'amount',
  label: 'Amount',
  kind: 'money',
  doc: 'The sum of their amounts in the company’s currency; a deal without an amount adds nothing.',
  value: sum(d.amount),
  better: 'up',
})

export const dealsWon = (d: Deals): Measure => ({
  key: 'won',
  label: 'Won',
  kind: 'number',
  doc: 'The number of deals that are in a won stage now.',
  value: count(isWon(d)),
  better: 'up',
})

export const dealsLost = (d: Deals): Measure => ({
  key: 'lost',
  label: 'Lost',
  kind: 'number',
  doc: 'The number of deals that are in a lost stage now.',
  value: count(isLost(d)),
  better: 'down',
})

export const winRate = (d: Deals): Measure => ({
  key: 'win_rate',
  label: 'Win rate',
  kind: 'percent',
  doc: 'Won deals as a share of all won and lost deals.',
  value: share(count(isWon(d)), count(isClosed(d))),
  better: 'up',
})

export const wonAmount = (d: Deals): Measure => ({
  key: 'won_amount',
  label: 'Won amount',
  kind: 'money',
  doc: 'The sum of the amounts of won deals; a deal without an amount adds nothing.',
  value: sum(d.amount, isWon(d)),
  better: 'up',
})

export const lostAmount = (d: Deals): Measure => ({
  key: 'lost_amount',
  label: 'Lost amount',
  kind: 'money',
  doc: 'The sum of the amounts of lost deals; a deal without an amount adds nothing.',
  value: sum(d.amount, isLost(d)),
  better: 'down',
})

export const averageDealSize = (d: Deals): Measure => ({
  key: 'average_size',
  label: 'Average deal size',
  kind: 'money',
  doc: 'The mean amount of the deals that have one; an amount of zero counts.',
  value: average(d.amount),
  better: 'up',
})

export const averageDaysToClose = (d: Deals): Measure => ({
  key: 'days_to_close',
  label: 'Days to close',
  kind: 'number',
  doc: 'The mean number of days from creation to close; a close date before creation counts as 0.',
  value: average(daysToClose(d)),
  better: 'down',
})

export const dealCount = (doc: string): Measure => ({
  key: 'deals',
  label: 'Deals',
  kind: 'number',
  doc,
  value: count(),
  better: null,
})

export const dealsClosed = (): Measure => ({
  key: 'closed',
  label: 'Closed deals',
  kind: 'number',
  doc: 'The number of won and lost deals.',
  value: count(),
  better: 'up',
})

export const averageWonAmount = (d: Deals): Measure => ({
  key: 'average_won',
  label: 'Average won amount',
  kind: 'money',
  doc: 'The mean amount of the won deals that have one.',
  value: average(d.amount, isWon(d)),
  better: 'up',
})

export const averageCycle = (d: Deals): Measure => ({
  key: 'cycle',
  label: 'Days to win',
  kind: 'number',
  doc: 'The mean number of days from creation to close of won deals.',
  value: average(daysToClose(d), isWon(d)),
  better: 'down',
})

/** Closed deals × win rate is the number of won deals. */
export const salesVelocity = (d: Deals): Measure => ({
  key: 'velocity',
  label: 'Velocity per day',
  kind: 'money',
  doc: 'Closed deals × win rate × average won amount ÷ average days to win: money per day.',
  value: per(product(count(isWon(d)), average(d.amount, isWon(d))), average(daysToClose(d), isWon(d))),
  better: 'up',
})
