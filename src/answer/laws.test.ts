import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { type ExampleFolder, exampleFolder } from '../../fixtures/example-folder.ts'
import { company } from '../../fixtures/random-company.ts'
import { catalogue, type Listed } from '../reports/index.ts'
import { ask } from './ask.ts'
import type { Asking } from './asking.ts'
import { type Cell, type Condition, type Question, rangePresets } from './question.ts'
import { records } from './records.ts'
import type { Answer, AnswerRow } from './shapes.ts'

const today = '2024-03-31'
/** More when all tests run than in the check before a commit. */
const runs = Number(process.env.PLUMBLINE_LAW_RUNS ?? 4)
const reports = await catalogue()
const folders: ExampleFolder[] = await Promise.all(fc.sample(company, { numRuns: 2, seed: 7 }).map(exampleFolder))
const companies: readonly Asking[] = folders.map((folder) => folder.asking(today))
afterAll(() => Promise.all(folders.map((folder) => folder.remove())))

const ranges = fc.constantFrom<Question['range']>(
  ...rangePresets,
  '2023-06-01..2024-05-31',
  '2024-01-01..2024-03-31',
  '2023-12-31..2023-12-31',
)

const filtersFor = ({ from }: Listed): readonly Condition[] => [
  { field: 'owner.name', is: 'any-of', values: ['Ann', 'Cas'] },
  { field: 'owner.team.name', is: 'known', values: [] },
  ...(from.name === 'deal'
    ? (
        [
          { field: 'amount', is: 'greater-than', values: ['100'] },
          { field: 'type', is: 'contains', values: ['new'] },
          { field: 'closed_on', is: 'in-last-days', values: ['90'] },
          { field: 'currency', is: 'none-of', values: ['USD'] },
        ] as const
      ).map((each) => ({ ...each, values: [...each.values] }))
    : [{ field: 'activity.call_outcome', is: 'any-of' as const, values: ['Busy'] }]),
]

const questionsOf = (report: Listed): fc.Arbitrary<Question> =>
  fc.record(
    {
      range: ranges,
      view: fc.constantFrom('totals' as const, 'over-time' as const),
      frequency: fc.constantFrom('daily' as const, 'weekly' as const, 'monthly' as const, 'yearly' as const),
      by: fc.constantFrom('owner', 'team', 'none', ...(report.from.name === 'deal' ? ['stage', 'type'] : ['type'])),
      breakdown: fc.constantFrom('none', 'owner.active', ...(report.from.name === 'deal' ? ['stage.label'] : ['type'])),
      reps: fc.subarray(['ann', 'bob', 'cas']),
      teams: fc.constantFrom<string[]>([], ['all'], ['south']),
      filters: fc.subarray([...filtersFor(report)], { maxLength: 2 }),
      compare: fc.constantFrom('none' as const, 'previous-period' as const, 'previous-year' as const),
    },
    { requiredKeys: [] },
  )

const cellOf = ({ by, breakdown, period }: AnswerRow, measure: string): Cell => ({
  measure,
  ...(by ? { by: by.key } : {}),
  ...(breakdown ? { breakdown: breakdown.key } : {}),
  ...(period?.key ? { period: period.key } : {}),
})

const close = (a: number | null | undefined, b: number | null | undefined) =>
  typeof a === 'number' && typeof b === 'number' ? expect(a).toBeCloseTo(b, 6) : expect(a ?? null).toBe(b ?? null)

const isAdditive = (report: Listed, key: string) =>
  ['count', 'sum'].includes(report.measures.find((measure) => measure.key === key)?.value.fn ?? '')

/** Holds a law for any question to a report, over any company. */
const always = (
  report: Listed,
  law: (asking: Asking, question: Question, answer: Answer) => Promise<void>,
  numRuns = runs,
) =>
  fc.assert(
    fc.asyncProperty(fc.constantFrom(...companies), questionsOf(report), async (asking, question) =>
      law(asking, question, await ask(asking, report.id, question)),
    ),
    { numRuns },
  )

const total = (values: readonly (number | null | undefined)[]) =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0)

describe.each(reports)('$id', (report) => {
  it('has behind each figure the records that make it', () =>
    always(
      report,
      async (asking, question, answer) => {
        const rows = [...answer.rows, ...answer.margins].filter((_, index) => index % 3 === 0).slice(0, 4)
        for (const row of rows)
          for (const { key } of report.measures)
            await opens(asking, report, question, cellOf(row, key), row.values[key])
        for (const { key } of report.measures)
          await opens(asking, report, question, { measure: key }, answer.total.values[key])
      },
      Math.ceil(runs / 2),
    ))

  it('adds up: the parts are the whole', () =>
    always(report, async (_asking, _question, { rows, total: whole }) => {
      for (const { key } of report.measures.filter((measure) => isAdditive(report, measure.key)))
        close(rows.length === 0 ? whole.values[key] : total(rows.map(({ values }) => values[key])), whole.values[key])
    }))

  it('has a total over all records, whatever the groups', () =>
    always(report, async (asking, question, answer) => {
      const plain = await ask(asking, report.id, { ...question, view: 'totals', by: 'none', breakdown: 'none' })
      for (const { key } of report.measures) close(answer.total.values[key], plain.total.values[key])
    }))

  it('is split by a filter and its complement', () =>
    always(report, async (asking, question, answer) => {
      const part = async (is: 'any-of' | 'none-of') =>
        ask(asking, report.id, {
          ...question,
          filters: [...(question.filters ?? []), { field: 'owner.name', is, values: ['Bob'] }],
        })
      const [one, other] = [await part('any-of'), await part('none-of')]
      for (const { key } of report.measures.filter((measure) => isAdditive(report, measure.key)))
        close(total([one.total.values[key], other.total.values[key]]), answer.total.values[key])
    }))

  it('compares with what that period alone would answer', () =>
    always(report, async (asking, question, { compareRange, rows, total: whole }) => {
      if (!compareRange?.from || !compareRange.until || question.view === 'over-time') return
      const last = Temporal.PlainDate.from(compareRange.until).subtract({ days: 1 })
      const alone = await ask(asking, report.id, {
        ...question,
        range: `${compareRange.from}..${last}`,
        compare: 'none',
      })
      const name = ({ by, breakdown }: AnswerRow) => JSON.stringify([by?.key, breakdown?.key])
      const then = new Map(alone.rows.map((row) => [name(row), row.values]))
      for (const { key } of report.measures) {
        close(whole.previous?.[key], alone.total.values[key])
        for (const row of rows) if (then.has(name(row))) close(row.previous?.[key], then.get(name(row))?.[key])
      }
    }))
})

/** The list of a cell is as long as its count, sums to its sum and has its mean. */
async function opens(
  asking: Asking,
  report: Listed,
  question: Question,
  cell: Cell,
  figure: number | null | undefined,
) {
  const page = await records(asking, report.id, { question, cell, limit: 500 })
  close(page.figure, figure)
  expect(page.rows.length).toBe(page.count)
  const measure = report.measures.find(({ key }) => key === cell.measure)
  if (measure?.value.fn === 'count') expect(page.count).toBe(figure)
  if (measure?.value.fn !== 'sum' && measure?.value.fn !== 'average') return
  const path = measure.value.of.op === 'column' ? measure.value.of.path.join('.') : 'value'
  const at = page.columns.findIndex((column) => column.path === path)
  const values = page.rows
    .map(({ values }) => values[at])
    .map((value) => (value === null || value === undefined ? null : Number(value)))
  if (measure.value.fn === 'sum') close(total(values), figure)
  else close(values.length === 0 ? null : total(values) / values.length, figure)
}
