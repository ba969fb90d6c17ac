import funnelInOrder from '../../facts/funnel-in-order.ts'
import funnelStep from '../../facts/funnel-step.ts'
import { funnelSettings } from '../../facts/parts/funnel-cohort.ts'
import {
  averageTimeInStage,
  cumulative,
  cumulativeInOrder,
  entered,
  inOrder,
  lostFromHere,
  nextStep,
  nextStepInOrder,
  reached,
  skipped,
} from '../../metrics/funnel.ts'
import { type Columns, eq } from '../../query/index.ts'
import { rule, tab, tabbed } from '../report.ts'
import { inAnyOrder, stageByStage } from './deal-funnel.example.ts'

/** Deals of the range that no step holds. */
const cameIn = (
  s: Pick<Columns<typeof funnelStep | typeof funnelInOrder>, 'stageKnown' | 'cameIn'>,
  otherwise: string,
) => [
  rule('unknown-stage', eq(s.stageKnown, true), 'In a stage that is not known, or in none'),
  rule('no-step', eq(s.cameIn, true), otherwise),
]

const shared = {
  date: null,
  range: 'last-180-days',
  by: 'stage',
  breakdown: null,
  presentation: { as: 'steps', along: 'stage' },
  onePipeline: true,
  settings: funnelSettings,
} as const

export default tabbed(
  {
    topic: 'Forecasts & pipelines',
    title: 'Deal funnel',
    question: 'How many deals reach each stage, and what share converts?',
    doc: {
      counts:
        'Deals of one pipeline whose create date is in the range, at most once in each stage. “Deal stages” takes any order; “All stages in order” only deals that moved stage by stage from the first.',
      leavesOut:
        'Deals that were in none of the chosen stages. Lost is no step: a lost deal leaves the funnel at the stage where it was last. Won has no time in stage.',
      reading:
        'Reached = entered + skipped. Next-step conversion is over the deals that entered the stage, so a skip counts for neither side; cumulative conversion is over all that reached the first stage. In order, a skipped stage stops the deal there.',
      doubts: [
        'Deals are taken by create date; the setting takes the close date instead.',
        'Time in stage is the sum of all finished visits; the setting counts from first in to last out.',
      ],
    },
  },
  tab('stages', 'Deal stages', funnelStep, (s) => ({
    ...shared,
    rules: cameIn(s, 'Was in none of the stages'),
    measures: [reached(s), entered(s), skipped(s), nextStep(s), cumulative(s), averageTimeInStage(s), lostFromHere(s)],
    chart: { totals: 'funnel', overTime: 'funnel', measures: ['reached'], reference: false },
    example: inAnyOrder,
  })),
  tab('in-order', 'All stages in order', funnelInOrder, (s) => ({
    ...shared,
    rules: cameIn(s, 'Was never in the first stage'),
    measures: [inOrder(s), nextStepInOrder(s), cumulativeInOrder(s), averageTimeInStage(s)],
    chart: { totals: 'funnel', overTime: 'funnel', measures: ['deals'], reference: false },
    example: stageByStage,
  })),
)
