import type { activity } from '../model/index.ts'
import {
  average,
  type Columns,
  type Condition,
  count,
  eq,
  folded,
  known,
  type Measure,
  share,
  sum,
} from '../query/index.ts'

type Activities = Columns<typeof activity>

export const activitiesCompleted = (): Measure => ({
  key: 'activities',
  label: 'Activities',
  kind: 'number',
  doc: 'The number of finished activities; one that is linked to several records counts once.',
  value: count(),
  better: 'up',
})

export const callsMade = (): Measure => ({
  key: 'calls',
  label: 'Calls',
  kind: 'number',
  doc: 'The number of calls, in both directions.',
  value: count(),
  better: 'up',
})

const isConnected = (a: Activities): Condition => eq(folded(a.callOutcome), 'connected')

export const callsConnected = (a: Activities): Measure => ({
  key: 'connected',
  label: 'Connected',
  kind: 'number',
  doc: 'The number of calls with the outcome “Connected”.',
  value: count(isConnected(a)),
  better: 'up',
})

export const connectedRate = (a: Activities): Measure => ({
  key: 'connected_rate',
  label: 'Connected rate',
  kind: 'percent',
  doc: 'Connected calls as a share of the calls that have an outcome.',
  value: share(count(isConnected(a)), count(known(a.callOutcome))),
  better: 'up',
})

export const callTime = (a: Activities): Measure => ({
  key: 'call_time',
  label: 'Time on calls',
  kind: 'duration',
  doc: 'The length of all calls together; a call without a length adds nothing.',
  value: sum(a.callDuration),
  better: null,
})

export const averageCallTime = (a: Activities): Measure => ({
  key: 'average_call',
  label: 'Average call',
  kind: 'duration',
  doc: 'The mean length of the calls that have one.',
  value: average(a.callDuration),
  better: null,
})

export const meetingsHad = (): Measure => ({
  key: 'meetings',
  label: 'Meetings',
  kind: 'number',
  doc: 'The number of meetings.',
  value: count(),
  better: 'up',
})

export const tasksCreated = (): Measure => ({
  key: 'tasks',
  label: 'Tasks',
  kind: 'number',
  doc: 'The number of tasks.',
  value: count(),
  better: null,
})

export const tasksDone = (a: Pick<Activities, 'taskStatus'>): Measure => ({
  key: 'completed',
  label: 'Completed',
  kind: 'number',
  doc: 'The number of them that are completed now.',
  value: count(eq(a.taskStatus, 'COMPLETED')),
  better: 'up',
})

export const taskCompletionRate = (a: Pick<Activities, 'taskStatus'>): Measure => ({
  key: 'completion_rate',
  label: 'Completion rate',
  kind: 'percent',
  doc: 'Completed tasks as a share of all of them.',
  value: share(count(eq(a.taskStatus, 'COMPLETED')), count()),
  better: 'up',
})
