import dealOutlook from '../../facts/deal-outlook.ts'
import { dealsLost, lostAmount } from '../../metrics/forecast.ts'
import { and, eq } from '../../query/index.ts'
import { report, rule } from '../report.ts'
import { stageKnown } from '../stage-known.ts'
import example from './deal-loss-reasons.example.ts'

export default report(dealOutlook, (d) => ({
  topic: 'Sales outcomes',
  title: 'Deal loss reasons',
  question: 'Why do we lose deals?',
  date: d.closedOn,
  range: 'this-quarter',
  rules: [
    stageKnown(d.stage),
    rule('not-lost', and(eq(d.stage.isClosed, true), eq(d.stage.isWon, false)), 'Not in a lost stage now'),
  ],
  measures: [dealsLost(), lostAmount(d)],
  by: 'owner',
  breakdown: 'lost_reason',
  chart: { totals: 'stacked-bar', overTime: 'stacked-column', measures: ['lost'], reference: false },
  settings: [],
  doc: {
    counts: 'Deals that are in a lost stage now and whose close date is in the range, by the reason that was given.',
    leavesOut: 'Open and won deals: a reason left over on a deal that was reopened or won is not counted.',
    reading:
      'Reasons that differ only in capitals or in spaces around them are one reason. Deals without a reason stand under “(No value)”.',
    doubts: ['Reasons are shown in small letters, since the same reason is written in several ways.'],
  },
  example,
}))
