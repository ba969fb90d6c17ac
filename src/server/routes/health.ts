import { z } from 'zod'
import type { DataFolder } from '../../data-folder.ts'
import { Refusal } from '../../errors/index.ts'
import type { App } from '../serving.ts'
import { problemResponses } from './problem-responses.ts'

export function healthRoutes(app: App, { warehouse }: DataFolder): void {
  const alive = {
    summary: 'Whether the server runs',
    response: { 200: z.object({ ok: z.literal(true) }), ...problemResponses },
  }
  app.get('/healthz', { schema: alive }, async () => ({ ok: true as const }))
  const ready = {
    summary: 'Whether the data can be asked',
    response: { 200: z.object({ ready: z.literal(true) }), ...problemResponses },
  }
  app.get('/readyz', { schema: ready }, async () => {
    if (!warehouse.isReady()) throw new Refusal('warehouse-damaged', {})
    return { ready: true as const }
  })
}
