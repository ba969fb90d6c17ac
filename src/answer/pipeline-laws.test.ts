import { afterAll, describe, expect, it } from 'vitest'
import { type ExampleFolder, exampleFolder } from '../../fixtures/example-folder.ts'
import { company } from '../../fixtures/random-company.ts'
import { fc } from '../../fixtures/seeded.ts'
import { eightDeals } from '../reports/sales/deal-pipeline-waterfall.example.ts'
import pushed from '../reports/sales/deal-push-rate.example.ts'
import { ask } from './ask.ts'
import type { Asking } from './asking.ts'
import type { Question } from './question/question.ts'
import type { AnswerRow } from './shapes.ts'

const runs = Number(process.env.PLUMBLINE_LAW_RUNS ?? 4)
const seed = Number(process.env.PLUMBLINE_LAW_COMPANIES ?? 11)
const folders: ExampleFolder[] = await Promise.all(fc.sample(company, { numRuns: 2, seed }).map(exampleFolder))
const companies = folders.map((folder) => folder.asking('2024-03-31'))
afterAll(() => Promise.all(folders.map((folder) => folder.remove())))

async function given(tables: Parameters<typeof exampleFolder>[0], today: string): Promise<Asking> {
  const folder = await exampleFolder(tables)
  folders.push(folder)
  return folder.asking(today)
}

const range = fc.constantFrom('2023-07-01..2023-09-30', '2023-11-01..2024-02-29', '2024-01-01..2024-12-31', 'all-time')

const questions: fc.Arbitrary<Question> = fc.record(
  {
    range,
    reps: fc.subarray(['ann', 'bob', 'cas']),
    teams: fc.constantFrom<string[]>([], ['south']),
    filters: fc.subarray<NonNullable<Question['filters']>[number]>([
      { field: 'deal.type', is: 'contains', values: ['new'] },
      { field: 'deal.currency', is: 'none-of', values: ['USD'] },
    ]),
  },
  { requiredKeys: ['range'] },
)

const always = (law: (asking: Asking, question: Question) => Promise<void>) =>
  fc.assert(fc.asyncProperty(fc.constantFrom(...companies), questions, law), { numRuns: runs })

const amounts = (rows: readonly AnswerRow[], by: 'by' | 'breakdown', key = 'amount') =>
  Object.fromEntries(rows.map((row) => [row[by]?.key ?? '', row.values[key] ?? 0]))

const balance = (at: Readonly<Record<string, number>>) =>
  ['START', 'CREATED', 'PULLED', 'INCREASED'].reduce((sum, bar) => sum + (at[bar] ?? 0), 0) -
  ['DECREASED', 'PUSHED', 'LOST', 'WON', 'END'].reduce((sum, bar) => sum + (at[bar] ?? 0), 0)

describe('the waterfall', () => {
  it('balances for every window, filter and group', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...companies), questions, range, async (asking, question, window) => {
        const asked = { ...question, settings: { window } }
        const whole = await ask(asking, 'sales/deal-pipeline-waterfall', asked)
        expect(balance(amounts(whole.rows, 'by'))).toBeCloseTo(0, 4)
        const parts = await ask(asking, 'sales/deal-pipeline-waterfall', { ...asked, by: 'owner', breakdown: 'bar' })
        for (const rows of Map.groupBy(parts.rows, ({ by }) => by?.key).values())
          expect(balance(amounts(rows, 'breakdown'))).toBeCloseTo(0, 4)
      }),
      { numRuns: runs },
    ))

  it('holds as pushed what is overdue when the window is over', async () => {
    const asking = await given(eightDeals, '2024-07-10')
    const { rows } = await ask(asking, 'sales/deal-pipeline-waterfall', { range: '2024-04-01..2024-06-30' })
    expect(amounts(rows, 'by')).toEqual({
      START: 33000,
      CREATED: 7000,
      PULLED: 0,
      INCREASED: 2000,
      DECREASED: 0,
      PUSHED: 23000,
      LOST: 7000,
      WON: 12000,
      END: 0,
    })
  })
})

describe('the funnel', () => {
  const counts = (rows: readonly AnswerRow[], key: string) => rows.map(({ values }) => values[key] ?? 0)
  const falls = (values: readonly number[]) => expect(values).toEqual([...values].sort((a, b) => b - a))

  it('never widens, and in order never holds more than in any order', () =>
    always(async (asking, question) => {
      const anyOrder = await ask(asking, 'sales/deal-funnel', { ...question, tab: 'stages' })
      const inOrder = await ask(asking, 'sales/deal-funnel', { ...question, tab: 'in-order' })
      const [reached, deals] = [counts(anyOrder.rows, 'reached'), counts(inOrder.rows, 'deals')]
      falls(reached)
      falls(deals)
      for (const [place, strict] of deals.entries()) expect(strict).toBeLessThanOrEqual(reached[place] ?? 0)
    }))

  it('has reached what was entered and what was skipped', () =>
    always(async (asking, question) => {
      for (const { values } of (await ask(asking, 'sales/deal-funnel', question)).rows)
        expect(values.reached).toBe((values.entered ?? 0) + (values.skipped ?? 0))
    }))
})

describe('the push rate', () => {
  it('follows the window: a quarter later other deals are pushed', async () => {
    const asking = await given(pushed.given, '2024-11-10')
    const { total } = await ask(asking, 'sales/deal-push-rate', { range: '2024-07-01..2024-09-30' })
    expect(total.values).toMatchObject({ pushed: 2, not_pushed: 3, push_rate: 40 })
    const later = await ask(asking, 'sales/deal-push-rate', {
      range: '2024-07-01..2024-09-30',
      settings: { moves: 'later' },
    })
    expect(later.total.values).toMatchObject({ pushed: 0, not_pushed: 5 })
  })
})
