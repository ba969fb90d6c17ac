import pushWindow, { moves } from '../../facts/push-window.ts'
import { dealsNotPushed, dealsPushed, pushes, pushRate } from '../../metrics/pushes.ts'
import { report } from '../report.ts'
import example from './deal-push-rate.example.ts'

export default report(pushWindow, (d) => ({
  topic: 'Forecasts & pipelines',
  title: 'Deal push rate',
  question: 'How many deals were moved out of the time in which they should have closed?',
  date: null,
  range: 'this-quarter',
  rules: [],
  measures: [dealsPushed(d), dealsNotPushed(d), pushRate(d), pushes(d)],
  by: 'owner',
  breakdown: null,
  chart: { totals: 'stacked-bar', overTime: 'stacked-column', measures: ['pushed', 'not_pushed'], reference: false },
  settings: [moves],
  doc: {
    counts:
      'Deals that had a close date in the range at any time; pushed are those whose close date was moved from a day in the range to a day outside it, or was cleared.',
    leavesOut:
      'Moves within the range, and the close date that the CRM stamps when a deal is won or lost, which is no change of plans.',
    reading:
      'A deal that was pushed out and pulled back counts as pushed, once; the number of pushes counts each time. Owner, team and stage are those of today.',
    doubts: [
      'A move to a day before the range counts like a later one; the setting counts later days only.',
      'The stamp of a closing deal brings it into the base when that day is in the range.',
    ],
  },
  example,
}))
