import { averageDealSize, dealCount, isClosed, isLost, isOpen, isWon } from '../../metrics/deals.ts'
import { deal } from '../../model/index.ts'
import { known } from '../../query/index.ts'
import { report, rule } from '../report.ts'
import { stageKnown } from '../stage-known.ts'
import example from './average-deal-size.example.ts'

export default report(deal, (d) => ({
  topic: 'Sales outcomes',
  title: 'Average deal size',
  question: 'How large is a deal, and whose are the largest?',
  date: d.closedOn,
  range: 'this-quarter',
  rules: [rule('no-amount', known(d.amount), 'Has no amount, or one in a currency without a rate')],
  measures: [averageDealSize(d), dealCount('The number of deals that the average is over.')],
  by: 'owner',
  breakdown: null,
  chart: { totals: 'bar', overTime: 'line', measures: ['average_size'], reference: true },
  settings: [
    {
      key: 'status',
      label: 'Deals',
      doc: 'Which deals the average is over.',
      options: [
        { value: 'won', label: 'Won', rules: [stageKnown(d.stage), rule('not-won', isWon(d), 'Not won')] },
        { value: 'all', label: 'All', rules: [] },
        { value: 'open', label: 'Open', rules: [rule('closed', isOpen(d), 'Closed')] },
        { value: 'lost', label: 'Lost', rules: [stageKnown(d.stage), rule('not-lost', isLost(d), 'Not lost')] },
        {
          value: 'closed',
          label: 'Won and lost',
          rules: [stageKnown(d.stage), rule('open', isClosed(d), 'Still open')],
        },
      ],
    },
  ],
  doc: {
    counts: 'The mean amount, in the company’s currency, of won deals whose close date is in the range.',
    leavesOut:
      'Deals without an amount: they are neither in the sum nor in the number it is divided by. A deal with an amount of zero counts.',
    reading:
      'The grey line is the average over all deals together, which is not the average of the bars: who closes more weighs more.',
    doubts: ['Won deals only, unless the setting says otherwise.'],
  },
  example,
}))
