import { describe, expect, it } from 'vitest'
import { emptyData, serverOver } from './server.fixture.ts'

const broken = emptyData({
  status: () => Promise.reject(new TypeError('no such column secret_token\nin SELECT /data/company.duckdb')),
})
const { app, log } = serverOver(broken)

describe('a bug', () => {
  it('tells the stranger nothing but a number', async () => {
    const { statusCode, body } = await app.inject('/api/status')
    expect(statusCode).toBe(500)
    expect(body).not.toMatch(/secret|SELECT|duckdb|TypeError|\.ts/)
    expect(JSON.parse(body).error).toMatchObject({
      code: 'internal',
      message: expect.stringMatching(/^Something went/),
    })
  })

  it('is in the log behind that number, with where it happened', async () => {
    const { logId } = (await app.inject('/api/status')).json().error
    const entry = log.find(({ about }) => about.logId === logId)
    expect(entry?.about).toMatchObject({
      method: 'GET',
      url: '/api/status',
      error: expect.stringContaining('.test.ts'),
    })
  })

  it('in the shape of an answer is a bug too, and does not leave the house', async () => {
    const leaking = emptyData({ status: async () => ({ ...(await emptyData().warehouse.status()), pending: 0.5 }) })
    const { statusCode, body } = await serverOver(leaking).app.inject('/api/status')
    expect(statusCode).toBe(500)
    expect(body).not.toContain('pending')
  })
})

describe('an answer', () => {
  it('has no field that its schema does not name', async () => {
    const status = { ...(await emptyData().warehouse.status()), token: 'secret' }
    const { statusCode, body } = await serverOver(emptyData({ status: async () => status })).app.inject('/api/status')
    expect(statusCode).toBe(200)
    expect(body).not.toContain('secret')
  })

  it('keeps names of things as text, whatever they look like', async () => {
    const name = '<img src=x onerror=alert(1)>'
    const { headers, body } = await serverOver(
      emptyData({ status: async () => ({ ...(await emptyData().warehouse.status()), notices: [name] }) }),
    ).app.inject('/api/status')
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect(JSON.parse(body).notices).toEqual([name])
  })
})

describe('a mistake of the user', () => {
  it.each([
    ['nl-BE,en;q=0.8', /^Er is geen rapport ‘sales\/none’\./],
    ['da', /^Der er ingen rapport “sales\/none”\./],
    ['fr', /^There is no report 'sales\/none'\./],
  ])('is told to a browser of %s in its language', async (language, message) => {
    const headers = { 'accept-language': language }
    const { statusCode, body } = await app.inject({ url: '/api/reports/sales/none', headers })
    expect([statusCode, JSON.parse(body).error.code]).toEqual([404, 'report-unknown'])
    expect(JSON.parse(body).error.message).toMatch(message)
  })

  it.each([
    ['/api/none', 404, 'address-unknown'],
    ['/none', 404, 'address-unknown'],
    ['/%zz', 400, 'address-unreadable'],
    [`/api/reports/${'x'.repeat(101)}/y`, 404, 'address-unknown'],
  ])('at %s is answered with %i and one sentence', async (url, status, code) => {
    const response = await app.inject(url)
    expect(response.statusCode).toBe(status)
    expect(response.json()).toEqual({ error: { code, message: expect.stringMatching(/^[A-Z].*\.$/) } })
  })

  it('comes back as JSON that no browser takes for a page', async () => {
    const response = await app.inject('/%3Cscript%3Ealert(1)%3C/script%3E')
    expect(response.headers['content-type']).toContain('application/json')
    expect(response.body).not.toContain('<script')
  })
})
