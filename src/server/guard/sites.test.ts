import { describe, expect, it } from 'vitest'
import { emptyData, serverOver } from '../server.fixture.ts'

const { app } = serverOver(emptyData())

type Headers = Readonly<Record<string, string>>
const posted = async (headers: Headers) =>
  (await app.inject({ method: 'POST', url: '/api/refresh', headers: { host: 'localhost:4300', ...headers } }))
    .statusCode
const read = async (headers: Headers) => (await app.inject({ url: '/api/status', headers })).statusCode

const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
const frame = { ...link, 'sec-fetch-dest': 'iframe' }

describe('a page of another site', () => {
  it.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'http://localhost:9999' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'http://localhost:4300', 'sec-fetch-site': 'cross-site' }],
    [link],
  ])('cannot change anything with %j', async (headers) => expect(await posted(headers)).toBe(403))

  it.each([[{ 'sec-fetch-site': 'cross-site' }], [{ origin: 'https://evil.example' }], [frame]])(
    'cannot make us work by reading with %j',
    async (headers) => expect(await read(headers)).toBe(403),
  )

  it('may link here', async () => expect(await read(link)).toBe(200))
})

describe('our own screen, or a program', () => {
  it.each([
    [{}],
    [{ origin: 'http://localhost:4300' }],
    [{ origin: 'https://localhost:4300' }],
    [{ origin: 'http://localhost:4300', 'sec-fetch-site': 'same-origin' }],
    [{ origin: 'http://localhost:5173', 'sec-fetch-site': 'same-origin' }],
  ])('may post with %j', async (headers) => expect(await posted(headers)).toBe(200))
})

describe('an unsafe GET', () => {
  it.each(['/api/refresh', '/api/reports/sales/deals-created/answer', '/api/reports/sales/deals-created/export'])(
    'does not exist at %s',
    async (url) => expect((await app.inject({ url })).statusCode).toBe(404),
  )
})
