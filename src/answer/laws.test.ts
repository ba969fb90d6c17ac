import { afterAll, describe, expect, it } from 'vitest'
import { type ExampleFolder, exampleFolder } from '../../fixtures/example-folder.ts'
import { company } from '../../fixtures/random-company.ts'
import { fc, seed as seedOfRun } from '../../fixtures/seeded.ts'
import { sightOf, viewerSeeing } from '../../fixtures/viewers.ts'
import { atMoments, type Listed, type SmallTable, stepsOf } from '../reports/index.ts'
import { ask } from './ask.ts'
import type { Asking } from './asking.ts'
import { documentsOver } from './document/random-document.fixture.ts'
import { readDocument } from './document/read.ts'
import { documentPage, reportPage } from './page/page.ts'
import type { Cell, Question } from './question/question.ts'
import { keyOf, questionsOf, reports } from './questions.fixture.ts'
import { records } from './records/records.ts'
import type { Answer, AnswerRow, DocumentPage } from './shapes.ts'
import { asked, type Subject } from './subject.ts'

const today = '2024-03-31'
/** More when all tests run than in the check before a commit. */
const runs = Number(process.env.PLUMBLINE_LAW_RUNS ?? 4)
/** Other companies than the usual ones, where a longer run names a number. */
const seed = Number(process.env.PLUMBLINE_LAW_COMPANIES ?? 7)
const folders: ExampleFolder[] = await Promise.all(fc.sample(company, { numRuns: 2, seed }).map(exampleFolder))
/** A company with more types of deals than are listed as parts. */
const manifold = (tables: Readonly<Record<string, SmallTable>>): Readonly<Record<string, SmallTable>> =>
  Object.fromEntries(
    Object.entries(tables).map(([name, table]) => [name, name === 'deal' ? eachItsType(table) : table]),
  )
const eachItsType = ({ columns, rows }: SmallTable): SmallTable => {
  const [id, type] = [columns.indexOf('id'), columns.indexOf('type')]
  const twice = rows.flatMap((row) => [row, row.with(id, `${row[id]} again`)])
  return { columns, rows: twice.map((row, index) => row.with(type, `Type ${index}`)) }
}
folders.push(...(await Promise.all(fc.sample(company.map(manifold), { numRuns: 1, seed }).map(exampleFolder))))
const companies: readonly Asking[] = folders.map((folder) => folder.asking(today))
afterAll(() => Promise.all(folders.map((folder) => folder.remove())))
/** A case that fails shows which company it is of, and not all that there is in it. */
const eachCompany = fc.constantFrom(
  ...companies.map((asking, index) => ({ asking, [fc.toStringMethod]: () => `company ${index}` })),
)

const [first] = companies
if (!first) throw new Error('no company')

/** A report of ours, or any that could be written as a document: the same laws hold for both. */
interface Lawful extends Listed {
  readonly named: string
  readonly subject: Subject
}

const ours = reports.map(
  (report): Lawful => ({ ...report, named: `${report.id} ${keyOf(report) ?? ''}`.trim(), subject: report.id }),
)

const documents = Number(process.env.PLUMBLINE_LAW_DOCUMENTS ?? 8)
const written = fc
  .sample(documentsOver(first.moment.model, Object.keys(first.moment.model)), { numRuns: documents, seed: seedOfRun })
  .map(readDocument)
const theirs = await Promise.all(
  written.map(async (subject, index): Promise<Lawful> => {
    const { report } = await asked(first, subject, {})
    return { ...report, named: `document ${index} over ${subject.counts}`, subject }
  }),
)

const pageOf = ({ subject, ...report }: Lawful): Promise<DocumentPage> =>
  typeof subject === 'string' ? reportPage(first, subject, keyOf(report)) : documentPage(first, subject)

const cellOf = ({ by, breakdown, period }: AnswerRow, measure: string): Cell => ({
  measure,
  ...(by ? { by: by.key } : {}),
  ...(breakdown ? { breakdown: breakdown.key } : {}),
  ...(period ? { period: period.key } : {}),
})

/** A period of the earlier range beside which none stands: the range itself has nothing there, not even nothing. */
const isOnlyBefore = ({ period, earlier }: AnswerRow) => period?.key != null && earlier === period.key

const close = (a: number | null | undefined, b: number | null | undefined) =>
  typeof a === 'number' && typeof b === 'number' ? expect(a).toBeCloseTo(b, 6) : expect(a ?? null).toBe(b ?? null)

const isAdditive = (report: Listed, key: string) =>
  ['count', 'sum'].includes(report.measures.find((measure) => measure.key === key)?.value.fn ?? '')

/** Holds a law for any question to a report, over any company. */
const always = async (
  report: Lawful,
  law: (asking: Asking, question: Question, answer: Answer) => Promise<void>,
  numRuns = runs,
) =>
  fc.assert(
    fc.asyncProperty(eachCompany, questionsOf(report, await pageOf(report)), async ({ asking }, question) =>
      law(asking, question, await ask(asking, report.subject, question)),
    ),
    { numRuns },
  )

/** Over time each period then holds all before it. */
const runsOn = ({ settings }: Listed, { settings: chosen = {} }: Question): boolean =>
  settings.some(
    (setting) =>
      'options' in setting && setting.options.some(({ value, runsOn }) => runsOn && value === chosen[setting.key]),
  )

/** Bars, steps and moments are no parts of a whole. */
const isApart = (report: Listed) => stepsOf(report) !== null || atMoments(report)

const numbersIn = ({ values, previous }: Answer['total']) =>
  [...Object.values(values), ...Object.values(previous ?? {})].filter((value) => value !== null)

/** The total, or for what has none, the sum of the rows. */
const overall = ({ hasTotal, total: whole, rows }: Answer, key: string) =>
  hasTotal ? whole.values[key] : total(rows.map(({ values }) => values[key]))

const total = (values: readonly (number | null | undefined)[]) =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0)

describe.each([...ours, ...theirs].map((report) => [report.named, report] as const))('%s', (_name, report) => {
  it('offers each grouping once', async () => {
    const { dimensions } = await pageOf(report)
    expect(dimensions.map(({ path }) => path)).toEqual([...new Set(dimensions.map(({ path }) => path))])
  })

  it('says what it counts in words and in SQL', () =>
    always(report, async (_asking, _question, { definition, statements, measures }) => {
      expect([definition, ...statements.map(({ sql }) => sql), ...measures.map(({ doc }) => doc)]).not.toContain('')
    }))

  it('has behind each figure the records that make it', () =>
    always(
      report,
      async (asking, question, answer) => {
        const rows = [...answer.rows, ...answer.margins].filter((_, index) => index % 3 === 0).slice(0, 4)
        for (const row of rows)
          for (const { key } of report.measures)
            if (isOnlyBefore(row)) expect(row.values[key] ?? null).toBeNull()
            else await opens(asking, report, question, cellOf(row, key), row.values[key])
        for (const { key } of report.measures)
          await opens(asking, report, question, { measure: key }, answer.total.values[key])
      },
      Math.ceil(runs / 2),
    ))

  it('opens of each note as many records as it counts', () =>
    always(
      report,
      async (asking, question, { restsOn, measures, chart }) => {
        const measure = measures[0]?.key ?? chart.measure
        for (const { key, count } of restsOn)
          await opens(asking, report, question, { measure, note: key }, count, count)
      },
      runs * 2,
    ))

  it('adds up: the parts are the whole, and what are no parts have none', () =>
    always(report, async (_asking, question, { rows, total: whole, hasTotal }) => {
      if (isApart(report)) expect([hasTotal, numbersIn(whole)]).toEqual([false, []])
      if (isApart(report) || runsOn(report, question)) return
      for (const { key } of report.measures.filter((measure) => isAdditive(report, measure.key)))
        close(rows.length === 0 ? whole.values[key] : total(rows.map(({ values }) => values[key])), whole.values[key])
    }))

  it('has a total over all records, whatever the groups', () =>
    always(report, async (asking, question, answer) => {
      const plain = await ask(asking, report.subject, {
        ...question,
        view: atMoments(report) ? 'over-time' : 'totals',
        by: 'none',
        breakdown: 'none',
      })
      for (const { key } of report.measures) close(answer.total.values[key], plain.total.values[key])
    }))

  it('is split by a filter and its complement', () =>
    always(report, async (asking, question, answer) => {
      if (!report.from.refs.owner) return
      const part = async (is: 'any-of' | 'none-of') =>
        ask(asking, report.subject, {
          ...question,
          filters: [...(question.filters ?? []), { field: 'owner.name', is, values: ['Bob'] }],
        })
      const [one, other] = [await part('any-of'), await part('none-of')]
      for (const { key } of report.measures.filter((measure) => isAdditive(report, measure.key)))
        close(total([overall(one, key), overall(other, key)]), overall(answer, key))
    }))

  it('shows a viewer of some owners what a filter on them shows everyone, list and figure', () =>
    always(report, async (asking, question) => {
      if (!report.from.refs.owner) return
      const viewer = viewerSeeing(sightOf(['ann'], ['south']))
      const asked = { ...question, reps: [], teams: [] }
      const seen = await ask({ ...asking, viewer }, report.subject, asked)
      const filtered = await ask(asking, report.subject, { ...asked, reps: ['ann'], teams: ['south'] })
      expect(seen.total).toEqual(filtered.total)
      expect(seen.rows).toEqual(filtered.rows)
      const [measure] = report.measures
      if (measure)
        await opens({ ...asking, viewer }, report, asked, { measure: measure.key }, seen.total.values[measure.key])
    }))

  it('compares with what that period alone would answer, over time period by period', () =>
    always(report, async (asking, question, answer) => {
      const { compareRange, rows, margins, total: whole } = answer
      if (!compareRange?.from || !compareRange.until) return
      const last = Temporal.PlainDate.from(compareRange.until).subtract({ days: 1 })
      const range = `${compareRange.from}..${last}`
      const alone = await ask(asking, report.subject, { ...answer.question, range, compare: 'none' })
      if (alone.question.frequency !== answer.question.frequency) return
      const name = ({ by, breakdown }: AnswerRow, period: string | null | undefined) =>
        JSON.stringify([by && [by.key], breakdown && [breakdown.key], period])
      const then = new Map([...alone.rows, ...alone.margins].map((row) => [name(row, row.period?.key), row.values]))
      for (const { key } of report.measures) {
        close(whole.previous?.[key], alone.total.values[key])
        for (const row of [...rows, ...margins]) {
          const found = then.get(name(row, row.period && row.earlier))
          if (found) close(row.previous?.[key], found[key])
        }
        if (isAdditive(report, key) && rows.length > 0 && !isApart(report) && !runsOn(report, question))
          close(total(rows.map(({ previous }) => previous?.[key])), whole.previous?.[key])
      }
      for (const row of rows.filter(({ earlier, previous }) => earlier !== null && previous).slice(0, 2))
        for (const { key } of report.measures)
          await opens(asking, report, question, { ...cellOf(row, key), previous: true }, row.previous?.[key])
    }))
})

const mostOnAPage = 500

/** The list of a cell is as long as its count, sums to its sum and has its mean. */
async function opens(
  asking: Asking,
  report: Lawful,
  question: Question,
  cell: Cell,
  figure: number | null | undefined,
  length?: number,
) {
  const page = await records(asking, report.subject, { question, cell, limit: mostOnAPage })
  close(page.figure, figure)
  if (length !== undefined) expect(page.count).toBe(length)
  if (page.count > mostOnAPage) return
  expect(page.rows.length).toBe(page.count)
  if (cell.note !== undefined) return
  if (isApart(report) && figure === null) return
  const measure = report.measures.find(({ key }) => key === cell.measure)
  if (measure?.value.fn === 'count') expect(page.count).toBe(figure)
  if (measure?.value.fn !== 'sum' && measure?.value.fn !== 'sum-known' && measure?.value.fn !== 'average') return
  const path = measure.value.of.op === 'column' ? measure.value.of.path.join('.') : ''
  const own = page.columns.findIndex((column) => column.path === path)
  const at = own < 0 ? page.columns.findIndex((column) => column.path === 'value') : own
  const values = page.rows
    .map(({ values }) => values[at])
    .map((value) => (value === null || value === undefined ? null : Number(value)))
  if (measure.value.fn === 'sum') close(total(values), figure)
  else if (measure.value.fn === 'sum-known')
    close(values.some((value) => value !== null) ? total(values) : null, figure)
  else close(values.length === 0 ? null : total(values) / values.length, figure)
}
