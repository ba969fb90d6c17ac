import { pipeline } from 'node:stream/promises'
import type { shapes } from '../../answer/index.ts'
import { formats } from '../../delivery/index.ts'
import { columnsOf, isOneRow, rowsOf, totalRowOf } from './answer-rows.ts'
import { drawTable } from './text-table.ts'

export const answerFormats = ['table', 'json', 'csv'] as const
export type AnswerFormat = (typeof answerFormats)[number]

/** A program that adds up a column must not add its total: CSV has it only when asked. */
export async function printAnswer(answer: shapes.Answer, format: AnswerFormat, csvTotal: boolean): Promise<void> {
  switch (format) {
    case 'json':
      return print(JSON.stringify(answer, null, 2))
    case 'csv':
      return printCsv(answer, csvTotal || isOneRow(answer))
    case 'table':
      print(drawTable(columnsOf(answer), rowsOf(answer), totalRowOf(answer)))
      return printNotes(answer)
  }
}

const print = (text: string) => void process.stdout.write(`${text}\n`)

async function printCsv(answer: shapes.Answer, withTotal: boolean): Promise<void> {
  const csv = formats.get('csv')
  if (!csv) throw new Error('the csv format is not in the catalogue')
  const batches = async function* () {
    const total = withTotal ? totalRowOf(answer) : null
    yield [...rowsOf(answer), ...(total ? [total] : [])]
  }
  await written(csv.write(columnsOf(answer), batches()))
}

/** For a program that reads them as they come. */
export const written = (csv: AsyncIterable<string | Buffer>): Promise<void> =>
  pipeline(csv, withoutMark, process.stdout, { end: false })

/** The byte order mark is for spreadsheets, which open files; a pipe has no use for it. */
async function* withoutMark(chunks: AsyncIterable<string | Buffer>): AsyncIterable<string> {
  for await (const chunk of chunks) yield String(chunk).replace(/^\uFEFF/, '')
}

/** What a reader should know about the figures; not part of what a program reads. */
function printNotes(answer: shapes.Answer): void {
  const { definition, range, freshness, completeness, moreRows, moreBreakdowns, notes, restsOn, timeZone } = answer
  console.error(`\n${definition}`)
  console.error(`${range.label}, days of ${timeZone}. Data of ${freshness.freshAt ?? 'no moment: nothing is loaded'}.`)
  for (const note of notes) console.error(note)
  for (const { key, note } of restsOn) console.error(`${note} To see them: --open ${key}`)
  if (moreRows) console.error(`${moreRows} more groups are one row, “others”.`)
  if (moreBreakdowns) console.error(`${moreBreakdowns} more parts of the break-down are one, “others”.`)
  for (const note of completeness.notes) console.error(note)
}
