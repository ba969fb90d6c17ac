import type journeyStep from '../facts/journey-step.ts'
import { and, average, type Columns, count, eq, type Measure, share } from '../query/index.ts'

type Steps = Columns<typeof journeyStep>

export const contactsInStep = (s: Steps): Measure => ({
  key: 'contacts',
  label: 'Contacts',
  kind: 'number',
  doc: 'The number of contacts that reached the step.',
  value: count(eq(s.reached, true)),
  better: 'up',
})

export const fromStepBefore = (s: Steps): Measure => ({
  key: 'from_before',
  label: 'From the step before',
  kind: 'percent',
  role: 'arrived',
  doc: 'The contacts that reached the step as a share of those that reached the required step before it.',
  value: share(count(and(eq(s.reached, true), eq(s.cameBefore, true))), count(eq(s.cameBefore, true))),
  better: 'up',
})

export const fromFirstStep = (s: Steps): Measure => ({
  key: 'cumulative',
  label: 'Cumulative conversion',
  kind: 'percent',
  role: 'overall',
  doc: 'The contacts that reached the step as a share of those that entered the first one.',
  value: share(count(eq(s.reached, true)), count()),
  better: 'up',
})

export const timeToStep = (s: Steps): Measure => ({
  key: 'time_to_step',
  label: 'Time from the step before',
  kind: 'duration',
  role: 'time',
  doc: 'The mean time from the required step before to this one.',
  value: average(s.timeToStep),
  better: 'down',
})
