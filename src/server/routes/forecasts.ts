import { z } from 'zod'
import type { DataFolder } from '../../data-folder.ts'
import { type Documents, Forecasts, goalShapes } from '../../store/index.ts'
import type { AskingOf } from '../asking.ts'
import { loadKept } from '../load-kept.ts'
import type { App } from '../serving.ts'
import { problemResponses } from './problem-responses.ts'

const address = '/api/forecasts'

export function forecastRoutes(app: App, data: DataFolder, documents: Documents, askingOf: AskingOf): void {
  const forecasts = new Forecasts(documents)
  const list = {
    summary: 'All submitted forecasts, the latest first',
    response: { 200: z.array(goalShapes.forecast).readonly(), ...problemResponses },
  }
  app.get(address, { schema: list }, (request, reply) => forecasts.list(askingOf(request, reply)))
  const submit = {
    summary: 'Submits a forecast for a period',
    body: goalShapes.forecastTerms,
    response: { 200: goalShapes.forecast, ...problemResponses },
  }
  app.post(address, { schema: submit, config: { writes: 'forecast submitted' } }, async (request, reply) => {
    const asking = askingOf(request, reply)
    const id = await forecasts.submit(asking, request.body)
    await loadKept(data)
    const forecast = await forecasts.newest(asking, id)
    if (!forecast) throw new Error(`the forecast ${id} was landed and is not loaded`)
    return forecast
  })
}
