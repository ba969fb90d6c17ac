import { z } from 'zod'
import { forecastList, goalShapes } from '../../answer/index.ts'
import type { DataFolder } from '../../data-folder.ts'
import { submitForecast } from '../../store/index.ts'
import type { AskingOf } from '../asking.ts'
import { loadKept } from '../load-kept.ts'
import type { App } from '../serving.ts'
import { problemResponses } from './problem-responses.ts'

const forecasts = '/api/forecasts'
const response = { 200: z.array(goalShapes.forecast).readonly(), ...problemResponses }

export function forecastRoutes(app: App, data: DataFolder, askingOf: AskingOf): void {
  const list = { summary: 'All submitted forecasts, the latest first', response }
  app.get(forecasts, { schema: list }, (request, reply) => forecastList(askingOf(request, reply)))
  const submit = { summary: 'Submits a forecast for a period', body: goalShapes.forecastTerms, response }
  app.post(forecasts, { schema: submit, config: { writes: 'forecast submitted' } }, async (request, reply) => {
    const asking = askingOf(request, reply)
    await submitForecast({ landing: data.landing, asking }, request.body)
    await loadKept(data)
    return forecastList(asking)
  })
}
