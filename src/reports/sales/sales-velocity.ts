import { averageCycle, averageWonAmount, dealsClosed, isClosed, salesVelocity, winRate } from '../../metrics/deals.ts'
import { deal } from '../../model/index.ts'
import { report, rule } from '../report.ts'
import { stageKnown } from '../stage-known.ts'
import example from './sales-velocity.example.ts'

export default report(deal, (d) => ({
  topic: 'Sales outcomes',
  title: 'Sales velocity',
  question: 'How much money does the team win a day?',
  date: d.closedOn,
  range: 'this-quarter',
  rules: [stageKnown(d.stage), rule('open', isClosed(d), 'Still open, with a close date in the range')],
  measures: [salesVelocity(d), dealsClosed(), winRate(d), averageWonAmount(d), averageCycle(d)],
  by: 'owner',
  breakdown: null,
  chart: { totals: 'bar', overTime: 'line', measures: ['velocity'], reference: true },
  settings: [],
  doc: {
    counts: 'Deals that are won or lost now, with a close date in the range.',
    leavesOut: 'Open deals. A won deal without an amount is not in the average amount.',
    reading:
      'Velocity = closed deals × win rate × average won amount ÷ average days to win: money per day. It rises with more deals, a better rate, larger deals or a shorter cycle. It is a dash when nothing was won or the cycle is 0 days.',
    doubts: [
      'Only the four parts are laid down for this report; how they make the velocity is the common formula of the field.',
    ],
  },
  example,
}))
