import { localViewer, type Viewer } from '../../answer/index.ts'
import type { App } from '../serving.ts'

declare module 'fastify' {
  interface FastifyRequest {
    readonly viewer: Viewer
  }
}

/** Who goes by an id; null when nobody does any more. */
export const viewerOf = (id: string): Viewer | null => (id === localViewer.id ? localViewer : null)

/** The one place that says who asks. */
export function knowViewer(app: App): void {
  app.decorateRequest('viewer', { getter: () => localViewer })
}
