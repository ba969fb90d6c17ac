import { localViewer, type Viewer } from '../answer/index.ts'
import type { App } from './serving.ts'

declare module 'fastify' {
  interface FastifyRequest {
    readonly viewer: Viewer
  }
}

/** The one place that says who asks. */
export function knowViewer(app: App): void {
  app.decorateRequest('viewer', { getter: () => localViewer })
}
