import type stageTime from '../facts/stage-time.ts'
import { average, type Columns, count, known, type Measure } from '../query/index.ts'

type Times = Columns<typeof stageTime>

export const averageStageTime = (t: Times): Measure => ({
  key: 'average_time',
  label: 'Average time in stage',
  kind: 'duration',
  doc: 'The mean time in the stage over the deals with a finished visit to it; a visit that lasts is not counted.',
  value: average(t.timeInStage),
  better: 'down',
})

export const dealsWithStageTime = (t: Times): Measure => ({
  key: 'deals',
  label: 'Deals',
  kind: 'number',
  doc: 'The number of deals with a finished visit; over several stages a deal counts in each of them.',
  value: count(known(t.timeInStage)),
  better: null,
})
