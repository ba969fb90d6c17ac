import dealOutlook from '../../facts/deal-outlook.ts'
import { dealCount } from '../../metrics/deals.ts'
import { outlookAmount, weightedAmount } from '../../metrics/forecast.ts'
import { report } from '../report.ts'
import example from './weighted-pipeline-forecast.example.ts'

export default report(dealOutlook, (d) => ({
  topic: 'Forecasts & pipelines',
  title: 'Weighted pipeline forecast',
  question: 'What will the pipeline bring, as far as the stages can tell?',
  date: d.closedOn,
  range: 'this-quarter',
  rules: [],
  measures: [weightedAmount(d), outlookAmount(d), dealCount('The number of deals.')],
  by: 'owner',
  breakdown: null,
  chart: { totals: 'bar', overTime: 'column', measures: ['weighted'], reference: false },
  settings: [],
  doc: {
    counts: 'For each deal whose close date is in the range: its amount × the probability of the stage it is in now.',
    leavesOut: 'Deals without a close date.',
    reading:
      'Won deals count in full, lost deals as nothing, and a deal without an amount adds nothing but is counted. The unweighted amount stands beside it.',
    doubts: [
      'The probability is that of the stage in the pipeline’s settings, not one that was typed into the deal.',
      'Won and lost deals are in the range as well, at 100 and 0 percent.',
    ],
  },
  example,
}))
