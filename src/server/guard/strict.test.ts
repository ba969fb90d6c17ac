import { describe, expect, it } from 'vitest'
import { emptyData, serverOver } from '../server.fixture.ts'

const { app } = serverOver(emptyData())

const report = '/api/reports/sales/deals-created'

async function refused(url: string, payload: object): Promise<string> {
  const response = await app.inject({ method: 'POST', url: `${report}/${url}`, payload })
  expect(response.statusCode).toBe(400)
  const { error } = response.json()
  expect(error.code).toBe('request-invalid')
  return error.message
}

const cell = { measure: 'count' }
const filter = { field: 'amount', is: 'any-of', values: ['1'] }

describe('a request body', () => {
  it.each([
    ['an object where a text is due', { by: { raw: '1; DROP TABLE deal' } }, 'by'],
    ['an object as a field', { filters: [{ ...filter, field: { toString: 'x' } }] }, 'filters[0].field'],
    ['an object among values', { filters: [{ ...filter, values: ['1', { $ne: '' }] }] }, 'filters[0].values[1]'],
    ['a list where a text is due', { by: ['owner'] }, 'by'],
    ['a list for the whole', [{ by: 'owner' }], 'the body'],
    ['SQL as a path', { by: 'owner.name; DROP TABLE deal' }, 'by'],
    ['SQL as the path of a filter', { filters: [{ ...filter, field: "1=1) OR ('a'='a" }] }, 'filters[0].field'],
    ['a path with quotes', { by: '"owner"."name"' }, 'by'],
    ['an unknown operator', { filters: [{ ...filter, is: 'matches' }] }, 'filters[0].is'],
    ['an unknown field', { limit: 10 }, 'limit'],
    ['an unknown field inside', { filters: [{ ...filter, sql: '1=1' }] }, 'sql'],
    ['an unknown range', { range: '2017-01-01..never' }, 'range'],
    ['a number as a setting', { settings: { probability: 1 } }, 'settings.probability'],
  ])('with %s is refused, and the sentence says where', async (_what, payload, where) => {
    expect(await refused('answer', payload)).toContain(where)
  })

  it.each([
    ['answer', { viewer: { sees: 'everything' } }, 'viewer'],
    ['records', { question: {}, cell, viewer: 'me' }, 'viewer'],
    ['records', { question: {}, cell: { ...cell, sql: '1' } }, 'sql'],
    ['records', { question: {}, cell: { measure: { $gt: '' } } }, 'cell.measure'],
    ['export', { question: {}, cell, format: 'csv', path: '/etc/passwd' }, 'path'],
    ['export', { question: {}, cell, format: '../../etc/passwd' }, 'format'],
    ['export', { question: {}, cell }, 'format'],
  ])('of %s assigns nothing that the schema does not name: %j', async (url, payload, where) => {
    expect(await refused(url, payload)).toContain(where)
  })

  it.each([
    ['filters', { filters: Array(21).fill(filter) }],
    ['values', { filters: [{ ...filter, values: Array(501).fill('1') }] }],
    ['reps', { reps: Array(501).fill('1') }],
    ['measures', { measures: Array(21).fill('count') }],
    ['the length of a value', { filters: [{ ...filter, values: ['x'.repeat(201)] }] }],
  ])('has a bound on %s', async (_what, payload) => {
    expect(await refused('answer', payload)).toContain('too big')
  })

  it.each([{ limit: 501 }, { limit: 0 }, { offset: -1 }, { offset: 1e9 }, { limit: 1.5 }])(
    'has a bound on the page: %j',
    async (page) => void (await refused('records', { question: {}, cell, ...page })),
  )

  it('is cut when it comes back in the sentence', async () => {
    expect((await refused('answer', { ['x'.repeat(50_000)]: 1 })).length).toBeLessThan(500)
  })
})

describe('a query string', () => {
  it.each([
    ['twice the same', 'field=stage.label&field=amount'],
    ['an unknown name', 'field=stage.label&sql=1'],
    ['SQL as a field', 'field=name%20FROM%20deal'],
    ['no field', 'search=a'],
    ['a long search', `field=name&search=${'x'.repeat(201)}`],
  ])('with %s is refused', async (_what, query) => {
    const response = await app.inject(`${report}/values?${query}`)
    expect(response.statusCode).toBe(400)
    expect(response.json().error.message).toMatch(/^In the query/)
  })
})

describe('the body itself', () => {
  const send = (payload: string | Buffer, headers: Readonly<Record<string, string>>) =>
    app.inject({ method: 'POST', url: `${report}/answer`, payload, headers })
  const json = { 'content-type': 'application/json' }

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/json'])(
    'is JSON and not %s',
    async (type) => expect((await send('{}', { 'content-type': type })).statusCode).toBe(415),
  )

  it.each(['{"by":', '', 'by=owner', '{"__proto__":{"sees":"everything"}}', '{"constructor":{"prototype":{}}}'])(
    'is refused when it is %j',
    async (payload) => expect((await send(payload, json)).statusCode).toBe(400),
  )

  it('has at most 256 KB', async () => {
    const response = await send(JSON.stringify({ tab: 'x'.repeat(300_000) }), json)
    expect(response.statusCode).toBe(413)
    expect(response.json().error.code).toBe('body-too-large')
  })

  it('is not unpacked, so that it cannot grow', async () => {
    const { gzipSync } = await import('node:zlib')
    const response = await send(gzipSync(`{"tab":"${'x'.repeat(10_000_000)}"}`), {
      ...json,
      'content-encoding': 'gzip',
    })
    expect(response.statusCode).toBe(400)
  })
})
