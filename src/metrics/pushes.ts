import type pushWindow from '../facts/push-window.ts'
import { type Columns, count, eq, type Measure, share, sum } from '../query/index.ts'

type Window = Columns<typeof pushWindow>

export const dealsPushed = (d: Window): Measure => ({
  key: 'pushed',
  label: 'Close date pushed',
  kind: 'number',
  doc: 'The number of deals whose close date was moved out of the range at least once.',
  value: count(eq(d.pushed, true)),
  better: 'down',
})

export const dealsNotPushed = (d: Window): Measure => ({
  key: 'not_pushed',
  label: 'Close date not pushed',
  kind: 'number',
  doc: 'The number of deals with a close date in the range that was never moved out of it.',
  value: count(eq(d.pushed, false)),
  better: 'up',
})

export const pushRate = (d: Window): Measure => ({
  key: 'push_rate',
  label: 'Push rate',
  kind: 'percent',
  doc: 'Pushed deals as a share of all deals that had a close date in the range at any time.',
  value: share(count(eq(d.pushed, true)), count()),
  better: 'down',
})

export const pushes = (d: Window): Measure => ({
  key: 'pushes',
  label: 'Number of pushes',
  kind: 'number',
  doc: 'How often a close date was moved out of the range; a deal can be pushed several times.',
  value: sum(d.pushes),
  better: 'down',
})
