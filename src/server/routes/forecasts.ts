import { z } from 'zod'
import { forecastList, goalShapes, newestForecast } from '../../answer/index.ts'
import type { DataFolder } from '../../data-folder.ts'
import { submitForecast } from '../../store/index.ts'
import type { AskingOf } from '../asking.ts'
import { loadKept } from '../load-kept.ts'
import type { App } from '../serving.ts'
import { problemResponses } from './problem-responses.ts'

const forecasts = '/api/forecasts'

export function forecastRoutes(app: App, data: DataFolder, askingOf: AskingOf): void {
  const list = {
    summary: 'All submitted forecasts, the latest first',
    response: { 200: z.array(goalShapes.forecast).readonly(), ...problemResponses },
  }
  app.get(forecasts, { schema: list }, (request, reply) => forecastList(askingOf(request, reply)))
  const submit = {
    summary: 'Submits a forecast for a period',
    body: goalShapes.forecastTerms,
    response: { 200: goalShapes.forecast, ...problemResponses },
  }
  app.post(forecasts, { schema: submit, config: { writes: 'forecast submitted' } }, async (request, reply) => {
    const asking = askingOf(request, reply)
    const id = await submitForecast({ landing: data.landing, asking }, request.body)
    await loadKept(data)
    const forecast = await newestForecast(asking, id)
    if (!forecast) throw new Error(`the forecast ${id} was landed and is not loaded`)
    return forecast
  })
}
