import dealSource from '../../facts/deal-source.ts'
import { dealCount } from '../../metrics/deals.ts'
import { and, eq, not, sum } from '../../query/index.ts'
import { report, rule } from '../report.ts'
import { stageKnown } from '../stage-known.ts'
import example from './deal-revenue-by-source.example.ts'

export default report(dealSource, (d) => ({
  topic: 'Sales outcomes',
  title: 'Deal revenue by source',
  question: 'Which sources bring the revenue?',
  date: d.closedOn,
  range: 'this-quarter',
  rules: [],
  measures: [
    {
      key: 'revenue',
      label: 'Revenue',
      kind: 'money',
      doc: 'The sum of the amounts in the company’s currency.',
      value: sum(d.amount),
      better: 'up',
    },
    dealCount('The number of deals.'),
  ],
  by: 'owner',
  breakdown: 'source',
  chart: { totals: 'stacked-bar', overTime: 'stacked-column', measures: ['revenue'], reference: false },
  settings: [
    {
      key: 'status',
      label: 'Deals',
      doc: 'Which deals are summed.',
      options: [
        {
          value: 'won',
          label: 'Won',
          rules: [
            stageKnown(d.stage),
            rule('not-won', and(eq(d.stage.isClosed, true), eq(d.stage.isWon, true)), 'Not won'),
          ],
        },
        { value: 'all', label: 'All', rules: [] },
        { value: 'open', label: 'Open', rules: [rule('closed', not(eq(d.stage.isClosed, true)), 'Closed')] },
      ],
    },
  ],
  doc: {
    counts: 'The amounts of won deals whose close date is in the range, by the original source of the deal.',
    leavesOut: 'Deals that are not won, unless the setting says otherwise.',
    reading:
      'The source is that of the deal. A deal without one counts as “Offline sources” when its contact was made offline, else as “(No value)”.',
    doubts: [
      'Won deals only, unless the setting says otherwise.',
      'The contact that decides is the deal’s primary contact.',
    ],
  },
  example,
}))
