import type forecastLine from '../facts/forecast-line.ts'
import { type Columns, difference, eq, type Measure, oneOf, sum, sumKnown } from '../query/index.ts'

type Lines = Columns<typeof forecastLine>

const submittedSum = (f: Lines) =>
  sumKnown(f.submittedAmount, oneOf(f.kind, ['SUBMISSION', 'TEAM_SUBMISSION', 'SUBMISSION_TAKEN_BACK']))
const goalSum = (f: Lines) => sumKnown(f.goalAmount, oneOf(f.kind, ['GOAL', 'TEAM_GOAL', 'TAKEN_BACK']))

export const submittedForecast = (f: Lines): Measure => ({
  key: 'submitted',
  label: 'Forecast',
  kind: 'money',
  doc: 'The sum of the latest submission of each person for each period that starts in the range. Empty: not submitted.',
  value: submittedSum(f),
  better: null,
})

export const wonInPeriod = (f: Lines): Measure => ({
  key: 'won',
  label: 'Closed won',
  kind: 'money',
  doc: 'The sum of the amounts of won deals whose close date is in the range.',
  value: sum(f.wonAmount, eq(f.kind, 'WON')),
  better: 'up',
})

export const weightedPipeline = (f: Lines): Measure => ({
  key: 'weighted',
  label: 'Weighted pipeline',
  kind: 'money',
  doc: 'The sum of amount × probability of the stage, over open deals whose close date is in the range.',
  value: sum(f.weightedAmount, eq(f.kind, 'OPEN')),
  better: 'up',
})

export const periodGoal = (f: Lines): Measure => ({
  key: 'goal',
  label: 'Goal',
  kind: 'money',
  doc: 'The sum of the goals, each by the share of its days that are in the range.',
  value: goalSum(f),
  better: null,
})

export const forecastGap = (f: Lines): Measure => ({
  key: 'gap',
  label: 'Gap',
  kind: 'money',
  doc: 'Goal − forecast: what is missing to the goal. Without a goal or a submission there is none.',
  value: difference(goalSum(f), submittedSum(f)),
  better: 'down',
})
