import type { Example, SmallTable } from '../../reports/index.ts'
import { question } from '../question/question.ts'
import type { ReportPage } from '../shapes.ts'

const tableShape = (title: string, { columns, rows }: SmallTable) => ({
  title,
  columns: [...columns],
  rows: rows.map((cells) => [...cells]),
})

/** A worked example as the About tab shows it. */
export const exampleOf = (example: Example): ReportPage['example'] => ({
  story: example.story,
  question: question.parse(example.question),
  given: Object.entries(example.given).map(([name, table]) => tableShape(name, table)),
  expected: tableShape('expected', example.expected),
})
