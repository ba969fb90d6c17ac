import type { DataFolder } from '../data-folder.ts'
import { Refusal } from '../errors/index.ts'
import type { App } from './serving.ts'

/** How long requests that are under way may still take. */
const patienceMs = 3000

/** Stops taking requests, lets the open ones finish, cancels what is left, then lets go of the data folder. */
export function closeGently(app: App, data: DataFolder): AbortSignal {
  const stopping = new AbortController()
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
    setTimeout(() => stopping.abort(new Refusal('server-stopping', {})), patienceMs).unref()
  })
  /** A connection that is kept alive after its last answer would hold up the end. */
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close')
  })
  app.addHook('onClose', () => data.close())
  return stopping.signal
}
