import swagger from '@fastify/swagger'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import manifest from '../../package.json' with { type: 'json' }
import type { App } from './serving.ts'

/** The description is made from the schemas that parse the requests. */
export function describeApi(app: App): void {
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Plumbline', description: manifest.description, version: manifest.version },
    },
    transform: jsonSchemaTransform,
  })
  app.after(() => {
    app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  })
}
