import { describe, expect, it } from 'vitest'
import { emptyData, serverOver } from '../server.fixture.ts'
import { limitQuestions } from './limits.ts'

const values = '/api/reports/a/b/values'

describe('the number of requests', () => {
  it('of one client in a minute has a bound', async () => {
    const { app, log } = serverOver(emptyData(), { limits: { requestsAMinute: 2, questionsAtOnce: 9 } })
    const ask = async (remoteAddress: string) => app.inject({ url: '/healthz', remoteAddress })
    expect([(await ask('10.0.0.1')).statusCode, (await ask('10.0.0.1')).statusCode]).toEqual([200, 200])
    const third = await ask('10.0.0.1')
    expect(third.statusCode).toBe(429)
    expect(third.json().error.code).toBe('too-many-requests')
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask('10.0.0.2')).statusCode).toBe(200)
    expect(log.at(-1)?.about).toMatchObject({ code: 'too-many-requests', client: '10.0.0.1' })
  })

  it.each([
    ['by a foreign name', { headers: { host: 'evil.example' } }, 421],
    ['from another site', { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
    ['to no address', { url: '/none' }, 404],
  ])('counts those %s too', async (_what, request, status) => {
    const { app } = serverOver(emptyData(), { limits: { questionsAtOnce: 9, requestsAMinute: 2 } })
    const ask = async () => (await app.inject({ url: '/healthz', ...request })).statusCode
    expect([await ask(), await ask(), await ask()]).toEqual([status, status, 429])
  })

  it('leaves a log of a few lines, however many were refused, and a security header on each', async () => {
    const { app, log } = serverOver(emptyData(), { limits: { questionsAtOnce: 9, requestsAMinute: 50 } })
    const url = `/${'x'.repeat(5000)}`
    for (let times = 0; times < 300; times++) {
      const { headers } = await app.inject({ url, headers: { host: 'evil.example' } })
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
    await app.close()
    const again = log.filter(({ line }) => line === 'refused again').map(({ about }) => [about.code, about.times])
    expect(again).toEqual([
      ['host-unknown', 47],
      ['too-many-requests', 247],
    ])
    expect(JSON.stringify(log).length).toBeLessThan(5000)
  })

  it('is not counted by an address that the client writes itself', async () => {
    const { app } = serverOver(emptyData(), { limits: { requestsAMinute: 1, questionsAtOnce: 9 } })
    const ask = (from: string) => app.inject({ url: '/healthz', headers: { 'x-forwarded-for': from } })
    await ask('10.0.0.1')
    expect((await ask('10.0.0.2')).statusCode).toBe(429)
  })
})

describe('the number of questions at once', () => {
  function slowServer() {
    const { app } = serverOver(emptyData(), { limits: { requestsAMinute: 100, questionsAtOnce: 2 } })
    const open: (() => void)[] = []
    app.register(async (scope: typeof app) => {
      limitQuestions(scope, { requestsAMinute: 100, questionsAtOnce: 2 })
      scope.get('/slow', () => new Promise((done) => open.push(() => done({}))))
    })
    return { app, open }
  }

  it('of one client has a bound, which frees itself', async () => {
    const { app, open } = slowServer()
    const first = [app.inject('/slow'), app.inject('/slow')].map((response) => response.then((r) => r.statusCode))
    await expect.poll(() => open.length).toBe(2)
    const third = await app.inject('/slow')
    expect([third.statusCode, third.json().error.code]).toEqual([429, 'too-many-questions'])
    for (const done of open) done()
    expect(await Promise.all(first)).toEqual([200, 200])
    const fourth = app.inject('/slow')
    await expect.poll(() => open.length).toBe(3)
    open.at(-1)?.()
    expect((await fourth).statusCode).toBe(200)
  })

  it.each(['page', 'answer', 'records', 'file'])(
    'has a bound for the %s of a report as a document too',
    async (part) => {
      const { app } = serverOver(emptyData(), { limits: { requestsAMinute: 100, questionsAtOnce: 0 } })
      const refused = await app.inject({ method: 'POST', url: `/api/documents/${part}`, payload: { document: {} } })
      expect([refused.statusCode, refused.json().error.code]).toEqual([429, 'too-many-questions'])
    },
  )

  it('counts no question that was refused', async () => {
    const { app } = serverOver(emptyData(), { limits: { requestsAMinute: 100, questionsAtOnce: 1 } })
    expect((await app.inject(values)).statusCode).toBe(400)
    expect((await app.inject(values)).statusCode).toBe(400)
  })
})
