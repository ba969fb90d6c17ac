import { z } from 'zod'
import type { App } from '../serving.ts'

export function healthRoutes(app: App): void {
  const schema = { summary: 'Whether the server runs', response: { 200: z.object({ ok: z.literal(true) }) } }
  app.get('/healthz', { schema }, async () => ({ ok: true as const }))
}
