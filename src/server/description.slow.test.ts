import { afterAll, beforeAll, expect, it } from 'vitest'
import { fc } from '../../fixtures/seeded.ts'
import { openCompany } from './company.fixture.ts'
import { keyed, type Meant, nearly, type Schema } from './schema.fixture.ts'
import { serverOver } from './server.fixture.ts'

interface Operation {
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly schema: Schema
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}

const runs = Number(process.env.PLUMBLINE_FUZZ_RUNS ?? 15)
const limits = { requestsAMinute: 1_000_000_000, questionsAtOnce: 1000 }

let company: Awaited<ReturnType<typeof openCompany>>
let server: ReturnType<typeof serverOver>
beforeAll(async () => {
  company = await openCompany(20)
  server = serverOver(company.data, { limits })
})
afterAll(async () => {
  await server.app.close()
  await company.away()
})

/** What gets a question past the border, so that the engine is asked as well. */
const meant: Meant = {
  range: ['all-time', '2026-01-01..2026-12-31'],
  by: ['owner', 'stage.label', 'none'],
  breakdown: ['owner', 'team', 'none'],
  field: ['amount', 'name', 'stage.label'],
  measure: ['count', 'amount'],
  tab: [''],
  startsOn: ['2026-01-01'],
  endsOn: ['2026-12-31'],
  ownerId: ['o1', null],
  teamId: [null],
  pipelineId: ['p1', null],
  id: ['g1', 'g2'],
  search: ['', 'a', '%'],
}

/** Reports that there are, most of the time: behind an unknown one nothing is tried. */
const segments: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  collection: fc.constant('sales'),
  name: fc.constantFrom('deals-created', 'deals-won-and-lost', 'deal-funnel', 'pipeline-waterfall', 'quota-attainment'),
}

function requests(path: string, method: string, { parameters = [], requestBody }: Operation) {
  const at = (place: string) => parameters.filter((parameter) => parameter.in === place)
  const values = (place: string) =>
    Object.fromEntries(at(place).map(({ name, schema }) => [name, segments[name] ?? keyed(name, schema, meant)]))
  const optional = at('query').filter(({ required }) => !required)
  return fc
    .record({
      path: fc.record(values('path')),
      query: fc.record(values('query'), {
        requiredKeys: Object.keys(values('query')).filter((name) => !optional.some((one) => one.name === name)),
      }),
      body: nearly(requestBody?.content['application/json']?.schema ?? { type: 'null' }, meant),
    })
    .map(({ path: parts, query, body }) => ({ method, url: urlOf(path, parts, query), body }))
}

const encoded = (value: unknown): string => encodeURIComponent(String(value).toWellFormed())

function urlOf(path: string, parts: object, query: object): string {
  const filled = Object.entries(parts).reduce((url, [name, value]) => url.replace(`{${name}}`, encoded(value)), path)
  const asked = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
  return asked.length === 0 ? filled : `${filled}?${asked.join('&')}`
}

const leaks = /node_modules| {4}at |\.ts:\d|Binder Error|Parser Error|Conversion Error|\.duckdb/

it(
  'stands behind every route that it describes: nothing sent to it is a mistake of ours',
  async () => {
    const { paths } = (await server.app.inject('/api/openapi.json')).json<{
      paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
    }>()
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
    )
    expect(operations.length).toBeGreaterThan(10)
    for (const { path, method, operation } of operations) {
      await fc.assert(
        fc.asyncProperty(requests(path, method, operation), async ({ url, body }) => {
          const payload = method === 'GET' || body === null ? {} : { payload: JSON.stringify(body) }
          const headers = 'payload' in payload ? { 'content-type': 'application/json' } : {}
          const response = await server.app.inject({ method: method as 'GET', url, headers, ...payload })
          const bug = server.log.find(({ about }) => 'error' in about)
          expect(bug, `${method} ${url}`).toBeUndefined()
          expect(response.statusCode === 503 || response.statusCode < 500, response.body).toBe(true)
          if (response.statusCode >= 400) expect(response.body).not.toMatch(leaks)
        }),
        { numRuns: runs },
      )
    }
    expect((await server.app.inject('/healthz')).statusCode).toBe(200)
  },
  Math.max(120_000, runs * 5000),
)
