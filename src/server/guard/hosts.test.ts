import { describe, expect, it } from 'vitest'
import { emptyData, serverOver } from '../server.fixture.ts'

const { app, log } = serverOver(emptyData(), { hosts: ['Reports.example.com', 'other.example:8080'] })

const statusFor = async (host: string, url = '/healthz') => (await app.inject({ url, headers: { host } })).statusCode

describe('a server that a foreign name points at', () => {
  it.each(['localhost', 'LOCALHOST:4300', '127.0.0.1:4300', '[::1]:4300', 'reports.example.com', 'other.example:9'])(
    'answers to %s',
    async (host) => expect(await statusFor(host)).toBe(200),
  )

  it.each(['evil.example', 'evil.example:4300', 'localhost.evil.example', '127.0.0.1.evil.example', 'user@localhost'])(
    'refuses to go by %j',
    async (host) => expect(await statusFor(host)).toBe(421),
  )

  it.each(['/api/status', '/metrics', '/', '/no/such/address', '/api/openapi.json'])(
    'gives nothing at %s to the foreign name',
    async (url) => expect(await statusFor('evil.example', url)).toBe(421),
  )

  it('writes down that someone tried', async () => {
    await statusFor('evil.example')
    expect(log.at(-1)).toMatchObject({ line: 'refused', about: { code: 'host-unknown', client: '127.0.0.1' } })
  })
})
