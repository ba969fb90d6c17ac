import waterfallBooking, { window } from '../../facts/waterfall-booking.ts'
import { bookedAmount, bookedDeals } from '../../metrics/waterfall.ts'
import { eq, not } from '../../query/index.ts'
import { knownThen } from '../known.ts'
import { report, rule, unlessGrounded } from '../report.ts'
import example from './deal-pipeline-waterfall.example.ts'

export default report(waterfallBooking, (b) => ({
  topic: 'Forecasts & pipelines',
  title: 'Deal pipeline waterfall',
  question: 'Why did the pipeline change between two moments?',
  date: null,
  range: 'this-quarter',
  rules: [rule('undated', not(eq(b.undated, true)), 'Open then, and without a close date')],
  measures: [bookedAmount(b), bookedDeals()],
  by: 'bar',
  breakdown: null,
  chart: { totals: 'waterfall', overTime: 'waterfall', measures: ['amount'], reference: false },
  presentation: { as: 'steps', along: 'bar' },
  settings: [
    window,
    knownThen(
      unlessGrounded(
        'hindsight',
        rule('known-later', not(eq(b.isHindsight, true)), 'What it was at the start or end was learned only later'),
      ),
    ),
  ],
  doc: {
    counts:
      'Start is what was open at the start of the change period with a close date in the window; End is the same at its end. Between them stands what happened to those deals: created, pulled in from another close date, a higher or lower amount, pushed out to another close date, lost and won.',
    leavesOut:
      'Deals that were closed before the change period, deals whose close date was never in the window at its start or end, deals without a close date, deals that both came and left in between, and, as known then, deals of which stage, amount or close date at the start or end were learned only later. Up and down again within the period is no change.',
    reading:
      'Start + Created + Pulled + Increased − Decreased − Pushed − Lost − Won = End, for each deal and so for every filter. A closed deal counts on the day it was moved to won or lost, an open one on its close date. Owner, team and pipeline are those of today.',
    doubts: [
      'Over all time no date narrows anything, and yet open deals without a close date are left out, with their number: the close date decides whether a deal is in Start or End, and without one it is in no window.',
      'A deal has one movement; what its amount gained or lost meanwhile stands apart, since otherwise the bars would not add up.',
      'An overdue deal is pushed out only once the window is over, when the change period reaches to its end.',
      'A deal won before or after the window, though planned within it, is pushed out and not won.',
      'Start and End hold open deals only. A deal that was reopened in the change period is pulled in.',
      'A deal in another currency is worth at either end what the rate of that day makes of it; what the rate gained or lost stands under Increased or Decreased.',
    ],
  },
  example,
}))
