import forecastLine from '../../facts/forecast-line.ts'
import {
  forecastGap,
  periodGoal,
  submittedForecast,
  weightedPipeline,
  wonInPeriod,
} from '../../metrics/submitted-forecast.ts'
import { oneOf } from '../../query/index.ts'
import { report } from '../report.ts'
import example from './manual-forecast.example.ts'

export default report(forecastLine, (f) => ({
  topic: 'Forecasts & pipelines',
  title: 'Manual forecast',
  question: 'How much does each rep expect to sell?',
  date: f.onDay,
  range: 'this-quarter',
  rules: [],
  measures: [submittedForecast(f), periodGoal(f), forecastGap(f), wonInPeriod(f), weightedPipeline(f)],
  by: 'owner',
  breakdown: null,
  chart: { totals: 'bar', overTime: 'column', measures: ['submitted', 'goal'], reference: false },
  settings: [],
  about: [
    { fields: ['goal', 'goal_amount'], rows: oneOf(f.kind, ['GOAL', 'TEAM_GOAL', 'TAKEN_BACK']) },
    { fields: ['won_amount', 'weighted_amount'], rows: oneOf(f.kind, ['WON', 'OPEN']) },
    {
      fields: ['submitted_amount', 'submitted_at', 'submitted_by'],
      rows: oneOf(f.kind, ['SUBMISSION', 'TEAM_SUBMISSION', 'SUBMISSION_TAKEN_BACK']),
    },
  ],
  newest: f.submittedAt,
  doc: {
    counts:
      'Forecast: for each person, pipeline and period that starts in the range, the amount that was submitted last. Beside it the goal, what was won, and the weighted amount of open deals with a close date in the range. Gap is goal − forecast.',
    leavesOut: 'Earlier submissions for the same period (they are in the list, and add nothing), and lost deals.',
    reading:
      'An empty forecast means: not submitted. Where the lead submitted for the team, that counts and the submissions of the members do not; otherwise the team’s forecast is the sum of its members’. Grouped by rep, what the team’s forecast is more (or less) than that stands under “Unassigned”. Goals are read as in Quota attainment.',
    doubts: [
      'A period belongs to the range in which its first day is, and then in full.',
      'A submission without a person is for its team.',
      'Of submissions whose periods overlap, such as a month and its quarter, the one submitted last counts, in full; the others add nothing.',
      'The weighted pipeline holds open deals only, since what is won stands beside it.',
    ],
  },
  example,
}))
