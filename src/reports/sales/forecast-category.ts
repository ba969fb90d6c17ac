import dealOutlook from '../../facts/deal-outlook.ts'
import { dealCount } from '../../metrics/deals.ts'
import { outlookAmount } from '../../metrics/forecast.ts'
import { report } from '../report.ts'
import example from './forecast-category.example.ts'

export default report(dealOutlook, (d) => ({
  topic: 'Forecasts & pipelines',
  title: 'Forecast category',
  question: 'How much is committed, and how much is only hoped for?',
  date: d.closedOn,
  range: 'this-quarter',
  rules: [],
  measures: [outlookAmount(d), dealCount('The number of deals.')],
  by: 'owner',
  breakdown: 'category',
  chart: { totals: 'stacked-bar', overTime: 'stacked-column', measures: ['amount'], reference: false },
  settings: [],
  doc: {
    counts: 'The full amounts of deals whose close date is in the range, by the category they are forecast in.',
    leavesOut: 'Deals without a close date. A deal without an amount is counted and adds nothing.',
    reading:
      'A deal has the category that was set on it, else that of its stage. Lost deals are never forecast and stand under “Not forecasted”. Amounts are not weighted: a deal of 100 in “Pipeline” counts as 100.',
    doubts: [
      'Amounts are unweighted; the weighted pipeline forecast weighs them.',
      'A stage without a category of its own counts as “Pipeline” while it is open and as “Closed won” when it is won.',
    ],
  },
  example,
}))
