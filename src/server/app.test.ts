import { expect, it } from 'vitest'
import { emptyData, serverOver } from './server.fixture.ts'

const { app } = serverOver(emptyData())

it('says that it is alive', async () => expect((await app.inject('/healthz')).json()).toEqual({ ok: true }))

it('counts what it did, by route and never by address', async () => {
  await app.inject('/api/reports/x/y/values')
  const { body, headers } = await app.inject('/metrics')
  expect(headers['content-type']).toContain('text/plain')
  expect(body).toContain('route="/api/reports/:collection/:name/values",status="400"')
  expect(body).not.toContain('/x/y/')
})

it('describes every route of the API with the schemas that parse it', async () => {
  const { openapi, paths } = (await app.inject('/api/openapi.json')).json()
  expect(openapi).toBe('3.1.0')
  expect(Object.keys(paths).sort()).toEqual([
    '/api/documents/answer',
    '/api/documents/file',
    '/api/documents/page',
    '/api/documents/records',
    '/api/documents/{kind}',
    '/api/documents/{kind}/{id}',
    '/api/documents/{kind}/{id}/restoration',
    '/api/forecasts',
    '/api/goals',
    '/api/goals/{id}',
    '/api/goals/{id}/history',
    '/api/goals/{id}/restoration',
    '/api/imports',
    '/api/imports/past/{number}/redo',
    '/api/imports/past/{number}/undo',
    '/api/imports/{id}',
    '/api/imports/{id}/files/{name}',
    '/api/imports/{id}/load',
    '/api/imports/{id}/reading',
    '/api/jobs',
    '/api/jobs/{id}',
    '/api/jobs/{id}/file',
    '/api/people',
    '/api/refresh',
    '/api/reports',
    '/api/reports/{collection}/{name}',
    '/api/reports/{collection}/{name}/answer',
    '/api/reports/{collection}/{name}/believable',
    '/api/reports/{collection}/{name}/document',
    '/api/reports/{collection}/{name}/export',
    '/api/reports/{collection}/{name}/records',
    '/api/reports/{collection}/{name}/values',
    '/api/status',
    '/healthz',
    '/readyz',
  ])
  const { schema } = paths['/api/reports/{collection}/{name}/answer'].post.requestBody.content['application/json']
  expect(schema.additionalProperties).toBe(false)
  expect(schema.properties.filters.maxItems).toBe(20)
})
