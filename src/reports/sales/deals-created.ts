import { createdAmount, dealsCreated } from '../../metrics/deals.ts'
import { deal } from '../../model/index.ts'
import { report } from '../report.ts'
import example from './deals-created.example.ts'

export default report(deal, (d) => ({
  topic: 'Coach reps & teams',
  title: 'Deals created',
  question: 'Who opens new chances, and how many?',
  date: d.createdOn,
  range: 'this-month-so-far',
  rules: [],
  measures: [dealsCreated(), createdAmount(d)],
  by: 'owner',
  breakdown: null,
  chart: { totals: 'bar', overTime: 'stacked-column', measures: ['created'], reference: false },
  settings: [],
  doc: {
    counts: 'Deals whose create date is in the range, whatever became of them since.',
    leavesOut:
      'Deals without a create date, and deals that were deleted. A deal merged into another counts once, as the one that stayed.',
    reading:
      'A deal belongs to the person who owns it now, who need not be the one who made it. Active people without a new deal are listed with 0.',
    doubts: [
      'Owner and team are those of today, also for deals made long ago, so a hand-over moves past figures to the new owner.',
    ],
  },
  example,
}))
