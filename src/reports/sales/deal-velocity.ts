import { averageDaysToClose, daysCounted, daysToClose, dealCount, isClosed, isWon } from '../../metrics/deals.ts'
import { deal } from '../../model/index.ts'
import { known } from '../../query/index.ts'
import { report, rule } from '../report.ts'
import { stageKnown } from '../stage-known.ts'
import example from './deal-velocity.example.ts'

export default report(deal, (d) => ({
  topic: 'Sales outcomes',
  title: 'Deal velocity',
  question: 'How many days does it take to close a deal?',
  date: d.closedOn,
  range: 'this-quarter',
  rules: [
    stageKnown(d.stage),
    rule('open', isClosed(d), 'Still open, with a close date in the range'),
    rule('no-length', known(daysToClose(d)), 'Has no create date'),
  ],
  measures: [averageDaysToClose(d), dealCount('The number of closed deals that the average is over.')],
  by: 'owner',
  breakdown: null,
  chart: { totals: 'bar', overTime: 'line', measures: ['days_to_close'], reference: true },
  settings: [
    {
      key: 'days',
      label: 'Days',
      doc: 'Exact counts parts of days. Whole days are those that have passed, rounded down. Calendar days are the midnights in between.',
      options: daysCounted(d),
    },
    {
      key: 'outcome',
      label: 'Deals',
      doc: 'Whether lost deals count as well.',
      options: [
        { value: 'closed', label: 'Won and lost', rules: [] },
        { value: 'won', label: 'Won only', rules: [rule('not-won', isWon(d), 'Lost')] },
      ],
    },
  ],
  doc: {
    counts:
      'The mean number of days from create date to close date of deals that are closed, won or lost, with a close date in the range.',
    leavesOut: 'Open deals, also those that should close in the range.',
    reading:
      'Parts of days count, unless whole or calendar days are chosen. A close date before the create date counts as 0 days. The total is over all deals.',
    doubts: ['All closed deals, since a fast no is worth knowing too; the setting narrows it to won deals.'],
  },
  example,
}))
