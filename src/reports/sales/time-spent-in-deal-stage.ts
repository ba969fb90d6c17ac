import stageTime, { method } from '../../facts/stage-time.ts'
import { averageStageTime, dealsWithStageTime } from '../../metrics/stage-time.ts'
import { eq } from '../../query/index.ts'
import { report, rule } from '../report.ts'
import { stageKnown } from '../stage-known.ts'
import example from './time-spent-in-deal-stage.example.ts'

export default report(stageTime, (t) => ({
  topic: 'Coach reps & teams',
  title: 'Time spent in deal stage',
  question: 'How long do deals stay in each stage?',
  date: t.closedOn,
  range: 'this-quarter',
  rules: [stageKnown(t.stage), rule('closed-stage', eq(t.stage.isClosed, false), 'In a closed stage')],
  measures: [averageStageTime(t), dealsWithStageTime(t)],
  by: 'owner',
  breakdown: 'stage',
  chart: { totals: 'bar', overTime: 'line', measures: ['average_time'], reference: false },
  presentation: { as: 'parts', withoutTotal: true },
  onePipeline: true,
  settings: [method],
  doc: {
    counts:
      'Deals of one pipeline whose close date is in the range, and for each open stage the time they spent in it: the sum of all finished visits, as a mean over the deals.',
    leavesOut:
      'Closed stages, stages of other pipelines that a deal came through, and visits that still last: a deal that is in a stage now adds only its earlier visits to it, and nothing when there are none.',
    reading:
      'Days and hours of the calendar, nights and weekends included. A deal that came back to a stage counts once, with all its visits. Owner and close date are those of today.',
    doubts: [
      'Visits are added up; the setting takes the time from the first entry to the last exit, with what was spent elsewhere in between.',
    ],
  },
  example,
}))
