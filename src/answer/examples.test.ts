import { afterAll, describe, expect, it } from 'vitest'
import { type ExampleFolder, exampleFolder } from '../../fixtures/example-folder.ts'
import { catalogue, type Listed, tabOf } from '../reports/index.ts'
import { ask } from './ask.ts'
import { question } from './question.ts'
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

/** The rows of an answer as the example writes them. */
function asTable({ rows, total, hasTotal }: Answer, columns: readonly string[]) {
  const cells = (label: string, values: Answer['total']['values']) => [
    label,
    ...columns.slice(1).map((key) => values[key] ?? null),
  ]
  const group = (row: Answer['rows'][number]) => (row.by ?? row.breakdown ?? row.period)?.label ?? ''
  return [...rows.map((row) => cells(group(row), row.values)), ...(hasTotal ? [cells('Total', total.values)] : [])]
}

const sorted = (rows: readonly (readonly unknown[])[]) =>
  [...rows].sort((a, b) => String(a[0]).localeCompare(String(b[0])))

describe.each(tabs)('$name', ({ report, tab }) => {
  it('answers its worked example figure for figure', async () => {
    const { columns, rows } = report.example.expected
    const answer = await answered(report, tab)
    const plain = answer.breakdownLabel ? { ...answer, rows: answer.margins.filter(({ by }) => by) } : answer
    const expected = rows.map(([label, ...figures]) => [
      label,
      ...figures.map((figure) => (figure === null ? null : Number(figure))),
    ])
    expect(sorted(asTable(plain, columns))).toEqual(sorted(expected))
  })
})
