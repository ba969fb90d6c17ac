import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, it } from 'vitest'
import { shapes } from '../answer/index.ts'
import { hostileNames, openCompany } from './company.fixture.ts'
import { listen } from './listen.ts'
import { serverOver } from './server.fixture.ts'

/** More than the engine hands over at once. */
const dealCount = 5000
const { data, away } = await openCompany(dealCount)
const { app, log } = serverOver(data)
const address = await listen(app, { port: 0 })
afterAll(async () => {
  await app.close()
  await away()
})

const report = '/api/reports/sales/deals-created'
const question = { range: 'all-time' }
const cell = { measure: 'created' }
const mistakes = [400, 404]
const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload })

describe('the API', () => {
  it('lists the reports and tells about one', async () => {
    const reports = (await app.inject('/api/reports')).json()
    expect(reports.map(({ id }: shapes.ReportSummary) => id)).toContain('sales/deals-created')
    const page = (await app.inject(report)).json()
    expect(shapes.reportPage.parse(page).measures.map(({ key }) => key)).toContain('created')
  })

  it('answers a question, and opens the figure into as many records', async () => {
    const answer = shapes.answer.parse((await post(`${report}/answer`, question)).json())
    expect(answer.total.values.created).toBe(dealCount)
    const page = shapes.recordsPage.parse((await post(`${report}/records`, { question, cell })).json())
    expect([page.count, page.figure, page.rows.length]).toEqual([dealCount, dealCount, 100])
  })

  it('offers people and values', async () => {
    expect((await app.inject('/api/people')).json().owners).toMatchObject([{ id: 'o1', name: '<b>Ann</b>' }])
    const values = (await app.inject(`${report}/values?field=stage.label&search=`)).json()
    expect(values.values).toEqual([{ value: '+Open', label: '+Open', count: dealCount }])
  })

  it('tells the state of the data', async () => {
    const status = (await app.inject('/api/status')).json()
    expect(status.records).toMatchObject({ deal: dealCount, owner: 1 })
    expect(status.sources).toMatchObject([{ source: 'test', segments: 4, rows: dealCount + 3 }])
  })

  it.each(['sales/none', '__proto__/constructor', 'sales/..%2f..%2fpackage', 'sales/deals-created.ts', 'sales/report'])(
    'knows no report %s',
    async (id) => {
      const response = await app.inject(`/api/reports/${id}`)
      expect([response.statusCode, response.json().error.code]).toEqual([404, 'report-unknown'])
    },
  )
})

describe('an answer that is asked again', () => {
  const asked = (route: string, payload: object, headers = {}) =>
    app.inject({ method: 'POST', url: `${report}/${route}`, payload, headers })

  it.each([
    ['answer', question],
    ['records', { question, cell }],
  ])('is the same, and nothing where the client has it: %s', async (route, payload) => {
    const first = await asked(route, payload)
    const again = await asked(route, payload)
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([200, first.body, first.headers.etag])
    const known = await asked(route, payload, { 'if-none-match': `"other", ${first.headers.etag}` })
    expect([known.statusCode, known.body, known.headers.etag]).toEqual([304, '', first.headers.etag])
  })

  it('about other things has another tag, and comes whole', async () => {
    const { etag } = (await asked('answer', question)).headers
    const other = await asked('answer', { ...question, by: 'stage.label' }, { 'if-none-match': etag })
    expect([other.statusCode, other.json().rows.length]).toEqual([200, 1])
    expect(other.headers.etag).not.toBe(etag)
  })
})

describe('an answer that is compressed', () => {
  it.each([
    ['zstd', zstdDecompressSync],
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('comes whole: %s', async (encoding, plain) => {
    const asked = { ...question, by: 'name' }
    const { body } = await post(`${report}/answer`, asked)
    const headers = { 'accept-encoding': encoding }
    const packed = await app.inject({ method: 'POST', url: `${report}/answer`, payload: asked, headers })
    expect(packed.headers['content-encoding']).toBe(encoding)
    expect(plain(packed.rawPayload).toString()).toBe(body)
  })
})

describe('an identifier', () => {
  it.each([
    ['answer', { by: 'no_such_field' }],
    ['answer', { by: '__proto__' }],
    ['answer', { by: 'constructor' }],
    ['answer', { breakdown: 'owner.secret' }],
    ['answer', { filters: [{ field: 'owner.password', is: 'known' }] }],
    ['answer', { filters: [{ field: 'constructor.name', is: 'known' }] }],
    ['answer', { measures: ['no_such_measure'] }],
    ['answer', { settings: { no_such_setting: 'x' } }],
    ['records', { question, cell: { measure: 'no_such_measure' } }],
    ['records', { question, cell, sort: { column: 'rowid', direction: 'asc' } }],
    ['export', { question, cell: { measure: 'constructor' }, format: 'csv' }],
  ])('in a question to %s comes from the catalogue: %j', async (route, payload) => {
    const { statusCode, body } = await post(`${report}/${route}`, payload)
    expect(mistakes).toContain(statusCode)
    expect(body).not.toMatch(/Binder|Catalog|SELECT/)
  })

  it.each(['no_such', 'constructor', '__proto__', 'owner.constructor'])(
    'in the query of values comes from the catalogue: %s',
    async (field) => {
      expect(mistakes).toContain((await app.inject(`${report}/values?field=${field}`)).statusCode)
    },
  )
})

describe('a value', () => {
  it.each(hostileNames)('is bound and never part of the SQL: %s', async (name) => {
    const filters = [{ field: 'name', is: 'any-of', values: [name] }]
    const answer = shapes.answer.parse((await post(`${report}/answer`, { ...question, filters })).json())
    expect(answer.total.values.created).toBe(1)
    expect(answer.statements.map(({ sql }) => sql).join()).not.toContain(name)
    expect(answer.statements.flatMap(({ values }) => values)).toContain(name)
  })

  it('of a key, a search or a period is bound too', async () => {
    const hostile = { ...cell, by: "o1' OR '1'='1" }
    const refused = (await post(`${report}/records`, { question, cell: hostile })).json()
    expect(refused.error).toMatchObject({ code: 'cell-unknown' })
    const search = encodeURIComponent("%' OR '1'='1")
    expect((await app.inject(`${report}/values?field=name&search=${search}`)).json().values).toEqual([])
  })

  it('that looks like a page stays text', async () => {
    const response = await post(`${report}/answer`, { ...question, by: 'owner' })
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(response.json().rows[0].by).toEqual({ key: 'o1', label: '<b>Ann</b>' })
  })
})

describe('an export', () => {
  const exported = () => post(`${report}/export`, { question, cell, format: 'csv' })

  it('has all records behind the figure, in a file with a plain name', async () => {
    const { statusCode, headers, body } = await exported()
    expect(statusCode).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="sales-deals-created-2026-11-21.csv"',
      'cache-control': 'no-store',
    })
    expect(parse(body, { bom: true })).toHaveLength(dealCount + 1)
  })

  it('has no text that a spreadsheet would run, and leaves numbers numbers', async () => {
    const rows: readonly Readonly<Record<string, string>>[] = parse((await exported()).body, {
      bom: true,
      columns: true,
    })
    expect(rows.filter((row) => /^[=+@\t\r\n]/.test(Object.values(row).join('\u0001')))).toEqual([])
    expect(rows.map((row) => row.Deal)).toContain(`'${hostileNames[0]}`)
    expect(new Set(rows.map((row) => row.Stage))).toEqual(new Set(["'+Open"]))
    expect(rows.some((row) => Number(row.Amount) < 0)).toBe(true)
  })

  it('that its reader leaves in the middle frees the engine and is no bug', async () => {
    for (let reader = 0; reader < 4; reader += 1) await leftInTheMiddle()
    expect((await exported()).statusCode).toBe(200)
    expect(log.filter(({ line }) => line !== 'refused')).toEqual([])
  })

  const leftInTheMiddle = () =>
    new Promise<void>((resolve, reject) => {
      const headers = { 'content-type': 'application/json' }
      const asked = request(`${address}${report}/export`, { method: 'POST', headers }, (response) => {
        response.once('data', () => asked.destroy()).on('error', () => {})
        response.once('close', resolve)
      })
      asked.on('error', reject).end(JSON.stringify({ question, cell, format: 'csv' }))
    })
})

describe('the engine that answers', () => {
  it.each([
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_text('/etc/passwd')",
    "COPY deal TO '/tmp/stolen.csv'",
    "ATTACH '/tmp/other.duckdb'",
    'INSTALL httpfs',
    'SET enable_external_access = true',
    'DELETE FROM deal',
    'SELECT 1; SELECT 2',
  ])('does not run %s', async (sql) => {
    await expect(data.warehouse.run({ sql, values: [], columns: [] })).rejects.toThrow()
  })
})
