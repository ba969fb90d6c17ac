import { afterAll, describe, expect, it } from 'vitest'
import { type ExampleFolder, exampleFolder } from '../../fixtures/example-folder.ts'
import { catalogue, type Listed } from '../reports/index.ts'
import { ask } from './ask.ts'
import { question } from './question.ts'
import type { Answer } from './shapes.ts'

const reports = await catalogue()
const folders: ExampleFolder[] = []
afterAll(() => Promise.all(folders.map((folder) => folder.remove())))

async function answered({ id, example }: Listed): Promise<Answer> {
  const folder = await exampleFolder(example.given)
  folders.push(folder)
  return ask(folder.asking(example.today), id, question.parse(example.question))
}

/** The rows of an answer as the example writes them. */
function asTable({ rows, total }: Answer, columns: readonly string[]) {
  const cells = (label: string, values: Answer['total']['values']) => [
    label,
    ...columns.slice(1).map((key) => values[key] ?? null),
  ]
  const group = (row: Answer['rows'][number]) => (row.by ?? row.breakdown ?? row.period)?.label ?? ''
  return [...rows.map((row) => cells(group(row), row.values)), cells('Total', total.values)]
}

const sorted = (rows: readonly (readonly unknown[])[]) =>
  [...rows].sort((a, b) => String(a[0]).localeCompare(String(b[0])))

describe.each(reports)('$id', (report) => {
  it('answers its worked example figure for figure', async () => {
    const { columns, rows } = report.example.expected
    const answer = await answered(report)
    const plain = report.breakdown ? { ...answer, rows: answer.margins.filter(({ by }) => by) } : answer
    const expected = rows.map(([label, ...figures]) => [
      label,
      ...figures.map((figure) => (figure === null ? null : Number(figure))),
    ])
    expect(sorted(asTable(plain, columns))).toEqual(sorted(expected))
  })
})
