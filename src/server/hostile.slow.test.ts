import { afterAll, expect, it } from 'vitest'
import { fc } from '../../fixtures/seeded.ts'
import { chartTypes, frequencies, operators, rangePresets, type shapes } from '../answer/index.ts'
import { openCompany } from './company.fixture.ts'
import { serverOver } from './server.fixture.ts'

const { data, away } = await openCompany(40)
const { app, log } = serverOver(data)
afterAll(async () => {
  await app.close()
  await away()
})

/** Mostly what a reader would send, now and then what only a stranger would. */
const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: usual, weight: 30 }, { arbitrary: odd, weight: 1 })
const seldom = <T>(of: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 2 }, { arbitrary: of, weight: 1 })

const words = [
  'constructor',
  '__proto__',
  'none',
  '',
  '*',
  "'",
  '0',
  '-1',
  '5',
  'null',
  'NaN',
  '1e400',
  '2026-02-30',
  'o1',
]
const word = fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 8, unit: 'binary' }))
const number = fc.constantFrom('0', '-5', '1e3', '12.5')
const day = fc.constantFrom('2026-11-01', '2024-02-29')
const path = mostly(
  fc.constantFrom(
    'owner',
    'team',
    'none',
    'stage',
    'company',
    'type',
    'stage.label',
    'stage.probability',
    'owner.active',
  ),
  fc.constantFrom('constructor', 'owner.constructor', 'amount', 'created_on', 'closed_at', 'name'),
)
const days = mostly(
  fc.constantFrom('2026-11-01..2026-11-30', '2020-01-01..2026-12-31'),
  fc.constantFrom('2026-11-30..2026-11-01', '0000-01-01..9999-12-31', '2026-02-30..2026-13-01'),
)

const conditions = [
  {
    field: fc.constantFrom('name', 'stage.label', 'owner.name', 'id'),
    is: ['any-of', 'none-of', 'contains'],
    values: word,
  },
  {
    field: fc.constantFrom('amount', 'stage.probability'),
    is: ['greater-than', 'less-than', 'any-of'],
    values: number,
  },
  { field: fc.constantFrom('created_on', 'closed_at'), is: ['before', 'after'], values: day },
  {
    field: fc.constantFrom('created_on', 'closed_at'),
    is: ['in-last-days', 'in-next-days'],
    values: fc.constantFrom('5', '999999999'),
  },
  { field: path, is: operators, values: word },
].map(({ field, is, values }) =>
  fc.record({ field, is: fc.constantFrom(...is), values: fc.array(values, { minLength: 1, maxLength: 2 }) }),
)

const question = fc.record({
  range: seldom(fc.oneof(fc.constantFrom(...rangePresets), days)),
  view: seldom(fc.constantFrom('totals', 'over-time')),
  frequency: seldom(fc.constantFrom(...frequencies)),
  by: seldom(path),
  breakdown: seldom(path),
  reps: seldom(fc.array(word, { maxLength: 2 })),
  teams: seldom(fc.array(word, { maxLength: 2 })),
  pipeline: seldom(word),
  filters: seldom(fc.array(fc.oneof(...conditions), { maxLength: 2 })),
  compare: seldom(fc.constantFrom('none', 'previous-period', 'previous-year')),
  sort: seldom(fc.record({ column: mostly(fc.constant('by'), word), direction: fc.constantFrom('asc', 'desc') })),
  chart: seldom(fc.constantFrom(...chartTypes)),
  trend: seldom(fc.constantFrom('none', 'linear', 'logarithmic', 'forecast')),
  anomalies: seldom(fc.boolean()),
})
const cellOf = (measures: readonly string[]) =>
  fc.record({
    measure: mostly(fc.constantFrom(...measures), word),
    by: seldom(fc.option(word)),
    period: seldom(fc.constantFrom('2026-11-01', '9999-12-31')),
  })

async function measuresOf(id: string): Promise<readonly string[]> {
  const page: shapes.ReportPage = (await app.inject(`/api/reports/${id}`)).json()
  return page.measures.map(({ key }) => key)
}

const listed: readonly shapes.ReportSummary[] = (await app.inject('/api/reports')).json()
const reports = await Promise.all(listed.map(async ({ id }) => ({ id, measures: await measuresOf(id) })))

const request = fc.constantFrom(...reports).chain(({ id, measures }) => {
  const cell = cellOf(measures)
  return fc.oneof(
    fc.record({ url: fc.constant(`${id}/answer`), payload: question }),
    fc.record({ url: fc.constant(`${id}/records`), payload: fc.record({ question, cell, leftOut: seldom(word) }) }),
    fc.record({ url: fc.constant(`${id}/export`), payload: fc.record({ question, cell, format: fc.constant('csv') }) }),
  )
})

it('no question, however odd, finds a bug', async () => {
  await fc.assert(
    fc.asyncProperty(request, async ({ url, payload }) => {
      const { statusCode } = await app.inject({ method: 'POST', url: `/api/reports/${url}`, payload })
      expect(log.filter(({ line }) => line === 'request failed').map(({ about }) => about.error)).toEqual([])
      expect(statusCode).toBeLessThan(500)
    }),
    { numRuns: Number(process.env.FUZZ ?? 60) },
  )
})
