import type funnelInOrder from '../facts/funnel-in-order.ts'
import type funnelStep from '../facts/funnel-step.ts'
import { and, average, type Columns, count, eq, known, type Measure, share } from '../query/index.ts'

type Steps = Columns<typeof funnelStep>
type InOrder = Columns<typeof funnelInOrder>

export const reached = (s: Steps): Measure => ({
  key: 'reached',
  label: 'Reached',
  kind: 'number',
  doc: 'The number of deals that were in the stage or passed it by on the way to a later one.',
  value: count(eq(s.reached, true)),
  better: 'up',
})

export const entered = (s: Steps): Measure => ({
  key: 'entered',
  label: 'Entered',
  kind: 'number',
  doc: 'The number of deals that were in the stage, each once, however often it came back.',
  value: count(eq(s.entered, true)),
  better: 'up',
})

export const skipped = (s: Steps): Measure => ({
  key: 'skipped',
  label: 'Skipped',
  kind: 'number',
  role: 'skipped',
  doc: 'The number of deals that were never in the stage but in a later one.',
  value: count(eq(s.skipped, true)),
  better: null,
})

export const nextStep = (s: Steps): Measure => ({
  key: 'next_step',
  label: 'Next-step conversion',
  kind: 'percent',
  role: 'onward',
  doc: 'Of the deals that were in the stage, the share that was also in any later one.',
  value: share(count(eq(s.wentOn, true)), count(and(eq(s.entered, true), known(s.wentOn)))),
  better: 'up',
})

export const cumulative = (s: Steps): Measure => ({
  key: 'cumulative',
  label: 'Cumulative conversion',
  kind: 'percent',
  role: 'overall',
  doc: 'The deals that reached the stage as a share of those that reached the first one.',
  value: share(count(eq(s.reached, true)), count()),
  better: 'up',
})

export const lostFromHere = (s: Steps): Measure => ({
  key: 'lost',
  label: 'Lost from here',
  kind: 'number',
  role: 'lost',
  doc: 'The number of deals that are lost now and were last in this stage before.',
  value: count(eq(s.lostHere, true)),
  better: 'down',
})

export const inOrder = (s: InOrder): Measure => ({
  key: 'deals',
  label: 'Deals in order',
  kind: 'number',
  doc: 'The number of deals that came to the stage one stage after the other from the first.',
  value: count(eq(s.passed, true)),
  better: 'up',
})

export const nextStepInOrder = (s: InOrder): Measure => ({
  key: 'next_step',
  label: 'Next-step conversion',
  kind: 'percent',
  role: 'onward',
  doc: 'Of the deals that came here in order, the share that went on to the next stage in order.',
  value: share(count(eq(s.wentOn, true)), count(and(eq(s.passed, true), known(s.wentOn)))),
  better: 'up',
})

export const cumulativeInOrder = (s: InOrder): Measure => ({
  key: 'cumulative',
  label: 'Cumulative conversion',
  kind: 'percent',
  role: 'overall',
  doc: 'The deals that came here in order as a share of those that were in the first stage.',
  value: share(count(eq(s.passed, true)), count()),
  better: 'up',
})

export const averageTimeInStage = (s: Pick<Steps | InOrder, 'timeInStage'>): Measure => ({
  key: 'time_in_stage',
  label: 'Average time in stage',
  kind: 'duration',
  role: 'time',
  doc: 'The mean time that deals spent in the stage; a stay that has not ended does not count yet.',
  value: average(s.timeInStage),
  better: 'down',
})
