import dealSnapshot from '../../facts/deal-snapshot.ts'
import { known } from '../../facts/parts/state-known.ts'
import { amountThen, dealsThen } from '../../metrics/snapshots.ts'
import type { Columns } from '../../query/index.ts'
import { tab, tabbed } from '../report.ts'
import { byAmount, byForecast, byStage } from './historical-snapshots.example.ts'

const shared = (s: Columns<typeof dealSnapshot>) =>
  ({
    date: s.snapshotOn,
    range: 'this-quarter-so-far',
    rules: [],
    by: 'none',
    presentation: { as: 'moments' },
    settings: [known],
  }) as const

const chart = (measure: string) =>
  ({ totals: 'stacked-column', overTime: 'stacked-column', measures: [measure], reference: false }) as const

export default tabbed(
  {
    topic: 'Forecasts & pipelines',
    title: 'Historical snapshots',
    question: 'How many deals were in each stage at given moments?',
    doc: {
      counts:
        'Deals as they stood at the end of each day, week, month, quarter or year of the range, and as they stand now while the range runs: by their stage, their amount or their forecast category of that moment.',
      leavesOut:
        'Deals that were created later, and deals that were deleted. With a pipeline chosen, deals that are in another pipeline today and deals that were closed at that moment. Of more than 120 moments the latest 120 are shown.',
      reading:
        'A snapshot of a past day does not change when stages, amounts or close dates change later. It uses what was known on that day alone: of a deal that first stood in a later list nothing is known before but that it was there, so its stage has no value and its amount adds nothing. “As known: Today” fills that with what the list told. Owner, team and the chosen pipeline are those of today, so a hand-over moves past figures with it.',
      doubts: [
        'With a pipeline both hold: in that pipeline today, and open at the moment of the snapshot.',
        'A deal without a forecast category of its own has that of its stage, and none where its stage is left open; a lost deal is not forecast.',
        'What a row dates itself counts from that day as if it had been told then: when a deal was created, and with what it was won or lost.',
        'An open deal in another currency is worth what the rate of the day of the snapshot makes of it, a closed one what that of its close date makes.',
      ],
    },
  },
  tab('stage', 'Deal stage', dealSnapshot, (s) => ({
    ...shared(s),
    measures: [dealsThen(s), amountThen(s)],
    breakdown: 'stage',
    example: byStage,
    chart: chart('deals'),
  })),
  tab('amount', 'Amount', dealSnapshot, (s) => ({
    ...shared(s),
    measures: [amountThen(s), dealsThen(s)],
    breakdown: 'amount_band',
    example: byAmount,
    chart: chart('amount'),
  })),
  tab('forecast', 'Forecast category', dealSnapshot, (s) => ({
    ...shared(s),
    measures: [dealsThen(s), amountThen(s)],
    breakdown: 'forecast_category',
    example: byForecast,
    chart: chart('deals'),
  })),
)
