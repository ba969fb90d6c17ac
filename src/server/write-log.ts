import type { Effects } from '../effects.ts'
import type { App } from './serving.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a request to this route changes; it is written down with who did it. */
    readonly writes?: string
  }
}

/** Who changed what, whether it worked or not. */
export function logWrites(app: App, log: Effects['log']): void {
  app.addHook('onResponse', async ({ routeOptions, params, viewer, ip, method, id }, { statusCode }) => {
    const { writes } = routeOptions.config
    if (writes === undefined) return
    log('write', { what: writes, params, who: viewer.id, client: ip, method, status: statusCode, logId: id })
  })
}
