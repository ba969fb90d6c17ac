import { afterAll, describe, expect, it } from 'vitest'
import { type ExampleFolder, exampleFolder } from '../../fixtures/example-folder.ts'
import { catalogue, type Listed, tabOf } from '../reports/index.ts'
import { ask } from './ask.ts'
import { question } from './question/question.ts'
import type { Answer } from './shapes.ts'

interface Tabbed {
  readonly name: string
  readonly tab: string | undefined
  readonly report: Listed
}

const tabs = (await catalogue()).flatMap((report): readonly Tabbed[] =>
  report.tabs.length === 0
    ? [{ name: report.id, tab: undefined, report }]
    : report.tabs.map(({ key }) => ({ name: `${report.id} ${key}`, tab: key, report: tabOf(report, key) })),
)
const folders: ExampleFolder[] = []
afterAll(() => Promise.all(folders.map((folder) => folder.remove())))

async function answered({ id, example }: Listed, tab: string | undefined): Promise<Answer> {
  const folder = await exampleFolder(example.given)
  folders.push(folder)
  return ask(folder.asking(example.today), id, question.parse({ tab, ...example.question }))
}

type Row = Answer['rows'][number]

/** A row is headed by its group; in an example with a second column `breakdown`, by its period and its group. */
const headed = (columns: readonly string[]): readonly ((row: Row) => string)[] =>
  columns[1] === 'breakdown'
    ? [(row) => row.period?.label ?? '', (row) => row.breakdown?.label ?? '']
    : [(row) => (row.by ?? row.breakdown ?? row.period)?.label ?? '']

/** The rows of an answer as the example writes them; of two groups those in which there is something. */
function asTable({ rows, total, hasTotal }: Answer, columns: readonly string[]) {
  const heads = headed(columns)
  const figures = (values: Row['values']) => columns.slice(heads.length).map((key) => values[key] ?? null)
  const shown = rows.filter(({ values }) => heads.length === 1 || figures(values).some(Boolean))
  return [
    ...shown.map((row) => [...heads.map((head) => head(row)), ...figures(row.values)]),
    ...(hasTotal ? [['Total', ...figures(total.values)]] : []),
  ]
}

const sorted = (rows: readonly (readonly unknown[])[]) =>
  [...rows].sort((a, b) => a.slice(0, 2).join().localeCompare(b.slice(0, 2).join()))

describe.each(tabs)('$name', ({ report, tab }) => {
  it('answers its worked example figure for figure', async () => {
    const { columns, rows } = report.example.expected
    const answer = await answered(report, tab)
    const heads = headed(columns).length
    const plain =
      answer.breakdownLabel && heads === 1 ? { ...answer, rows: answer.margins.filter(({ by }) => by) } : answer
    const expected = rows.map((cells) => [
      ...cells.slice(0, heads),
      ...cells.slice(heads).map((figure) => (figure === null ? null : Number(figure))),
    ])
    expect(sorted(asTable(plain, columns))).toEqual(sorted(expected))
  })
})
