import { type Asking, type Cell, type Question, records, type Subject, shapes } from '../../answer/index.ts'
import { formatNamed, recordsFile, textOf } from '../../delivery/index.ts'
import type { Locale } from '../../draw/index.ts'
import { type AnswerFormat, written } from './answer-print.ts'
import { valuesTable } from './values-table.ts'

interface Opened {
  readonly question: Question
  readonly cell: Cell
}

/** More are told of, and stand in the file. */
const mostDrawn = 500

/** The records behind a figure or a note: on a terminal those that a reader may look through, in a file all. */
export async function printRecords(
  asking: Asking,
  report: Subject,
  opened: Opened,
  format: AnswerFormat,
  locale: Locale,
): Promise<void> {
  if (format === 'csv') return printAll(asking, report, opened)
  const page = shapes.recordsPage.parse(await records(asking, report, { ...opened, limit: mostDrawn }))
  if (format === 'json') return void process.stdout.write(`${JSON.stringify(page, null, 2)}\n`)
  const columns = page.columns.map(({ path, label, kind }) => ({ name: path, label, kind }))
  const rows = page.rows.map(({ values }) => values)
  process.stdout.write(`${valuesTable(columns, rows, null, locale)}\n`)
  console.error(`\n${page.figureLabel}: ${page.count} ${page.entity.plural}. ${page.definition}`)
  if (page.count > rows.length) console.error(`These are the first ${rows.length}: --format csv has all.`)
}

async function printAll(asking: Asking, report: Subject, opened: Opened): Promise<void> {
  const { blocks } = await recordsFile(asking, report, opened, formatNamed('csv'))
  await written(textOf(blocks))
}
