import { people, shapes } from '../../answer/index.ts'
import type { DataFolder } from '../../data-folder.ts'
import type { AskingOf } from '../asking.ts'
import { countingOddities } from '../oddity-count.ts'
import { refreshing } from '../refresh.ts'
import type { App } from '../serving.ts'
import { dataStatus } from '../status.ts'
import { dataStatus as dataStatusShape } from '../status-shape.ts'
import { problemResponses } from './problem-responses.ts'

export function peopleRoute(app: App, askingOf: AskingOf): void {
  const schema = { summary: 'Owners, teams and pipelines', response: { 200: shapes.people, ...problemResponses } }
  app.get('/api/people', { schema }, (request, reply) => people(askingOf(request, reply)))
}

export function statusRoutes(app: App, data: DataFolder): void {
  const response = { 200: dataStatusShape, ...problemResponses }
  const refresh = refreshing(data.warehouse)
  const countOddities = countingOddities(data.warehouse)
  const status = () => dataStatus(data, countOddities)
  app.get('/api/status', { schema: { summary: 'What data is here, and how fresh', response } }, status)
  app.post(
    '/api/refresh',
    { schema: { summary: 'Loads what has landed since', response }, config: { writes: 'refresh' } },
    async () => {
      await refresh()
      return status()
    },
  )
}
