import { describe, expect, it } from 'vitest'
import { emptyData, serverOver } from '../server.fixture.ts'

const limits = { requestsAMinute: 1, questionsAtOnce: 9 }
const proxy = '10.0.0.2'
const host = 'reports.example.com'

const behindProxy = () => serverOver(emptyData(), { limits, hosts: [host], trustedProxies: ['10.0.0.0/30'] }).app

describe('behind a trusted proxy', () => {
  const ask = async (app: ReturnType<typeof behindProxy>, remoteAddress: string, headers: Record<string, string>) =>
    (await app.inject({ url: '/healthz', remoteAddress, headers: { host, ...headers } })).statusCode

  it('clients are told apart', async () => {
    const app = behindProxy()
    const from = (client: string) => ask(app, proxy, { 'x-forwarded-for': client })
    expect([await from('203.0.113.1'), await from('203.0.113.2'), await from('203.0.113.1')]).toEqual([200, 200, 429])
  })

  it('a client is the address that the proxy saw, whatever the client wrote before', async () => {
    const app = behindProxy()
    const from = (claimed: string) => ask(app, proxy, { 'x-forwarded-for': `${claimed}, 203.0.113.1` })
    expect([await from('1.1.1.1'), await from('2.2.2.2')]).toEqual([200, 429])
  })

  it('nobody else is believed', async () => {
    const app = behindProxy()
    const from = (client: string) => ask(app, '198.51.100.7', { 'x-forwarded-for': client })
    expect([await from('203.0.113.1'), await from('203.0.113.2')]).toEqual([200, 429])
  })

  it.each([
    ['goes by the name that readers use', proxy, { host: 'upstream:4321', 'x-forwarded-host': host }, 200],
    ['refuses a foreign name', proxy, { 'x-forwarded-host': 'evil.example' }, 421],
    [
      'does not believe a name that somebody else tells',
      '198.51.100.7',
      { host: 'evil.example', 'x-forwarded-host': host },
      421,
    ],
    ['knows its own site', proxy, { origin: `https://${host}`, 'x-forwarded-proto': 'https' }, 200],
    ['tells schemes apart', proxy, { origin: `http://${host}`, 'x-forwarded-proto': 'https' }, 403],
    ['refuses another site', proxy, { origin: 'https://evil.example', 'x-forwarded-proto': 'https' }, 403],
  ])('the server %s', async (_what, address, headers, status) =>
    expect(await ask(behindProxy(), address, headers)).toBe(status),
  )
})
