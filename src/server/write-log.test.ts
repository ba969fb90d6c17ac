import { expect, it } from 'vitest'
import { emptyData, serverOver } from './server.fixture.ts'

it('writes down who changed what, also when it failed', async () => {
  const { app, log } = serverOver(emptyData())
  await app.inject({ method: 'POST', url: '/api/refresh' })
  await app.inject({ method: 'DELETE', url: '/api/goals/none' })
  const writes = log.filter(({ line }) => line === 'write').map(({ about }) => about)
  expect(writes).toMatchObject([
    { what: 'refresh', who: 'local', client: '127.0.0.1', status: 200 },
    { what: 'goal removed', who: 'local', client: '127.0.0.1', params: { id: 'none' } },
  ])
})

const isQuestion = (url: string) =>
  url.startsWith('/api/reports/') || /^\/api\/documents\/(page|answer|records|file)$/.test(url)

it('knows of each route that is no question what it changes', async () => {
  const { app } = serverOver(emptyData())
  const silent: string[] = []
  app.addHook('onRoute', ({ method, url, config }) => {
    const reads = [method].flat().every((one) => ['GET', 'HEAD'].includes(one)) || isQuestion(url)
    if (!reads && config?.writes === undefined) silent.push(`${method} ${url}`)
  })
  await app.ready()
  expect(silent).toEqual([])
})
