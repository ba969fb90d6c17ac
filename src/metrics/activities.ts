import { count, type Measure } from '../query/index.ts'

export const activitiesCompleted = (): Measure => ({
  key: 'activities',
  label: 'Activities',
  kind: 'number',
  doc: 'The number of finished activities; one that is linked to several records counts once.',
  value: count(),
  better: 'up',
})
