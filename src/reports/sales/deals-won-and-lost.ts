import { dealsLost, dealsWon, isClosed, lostAmount, winRate, wonAmount } from '../../metrics/deals.ts'
import { deal } from '../../model/index.ts'
import { report, rule } from '../report.ts'
import { stageKnown } from '../stage-known.ts'
import example from './deals-won-and-lost.example.ts'

export default report(deal, (d) => ({
  topic: 'Sales outcomes',
  title: 'Deals won & lost',
  question: 'Who turns chances into customers?',
  date: d.closedOn,
  range: 'this-quarter',
  rules: [stageKnown(d.stage), rule('open', isClosed(d), 'Still open, with a close date in the range')],
  measures: [dealsWon(d), dealsLost(d), winRate(d), wonAmount(d), lostAmount(d)],
  by: 'owner',
  breakdown: null,
  chart: { totals: 'column', overTime: 'column', measures: ['won', 'lost'], reference: false },
  settings: [],
  doc: {
    counts: 'Deals that are in a won or a lost stage now and whose close date is in the range.',
    leavesOut: 'Open deals, even when their expected close date is in the range, and deals without a close date.',
    reading:
      'The win rate is won ÷ (won + lost). It is a dash when nothing was closed. The total is over all deals, not the average of the rows above it.',
    doubts: ['A deal that was won and is open again counts nowhere until it closes once more.'],
  },
  example,
}))
