import { pipeline } from 'node:stream/promises'
import type { shapes } from '../../answer/index.ts'
import { formats } from '../../delivery/index.ts'
import { instant, type Reader, rangeLabel } from '../../draw/index.ts'
import { columnsOf, isOneRow, rowsOf, totalRowOf } from './answer-rows.ts'
import { answerTable } from './answer-table.ts'

export const answerFormats = ['table', 'json', 'csv'] as const
export type AnswerFormat = (typeof answerFormats)[number]

/** A program that adds up a column must not add its total: CSV has it only when asked. */
export async function printAnswer(
  answer: shapes.Answer,
  format: AnswerFormat,
  csvTotal: boolean,
  reader: Reader,
): Promise<void> {
  switch (format) {
    case 'json':
      return print(JSON.stringify(answer, null, 2))
    case 'csv':
      return printCsv(answer, csvTotal || isOneRow(answer))
    case 'table':
      print(answerTable(answer, reader))
      return printNotes(answer, reader)
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
function printNotes(answer: shapes.Answer, { tell, ...locale }: Reader): void {
  const { definition, range, freshness, completeness, moreRows, moreBreakdowns, notes, restsOn, timeZone } = answer
  const basis = { range: rangeLabel(range, locale.language), zone: timeZone }
  const { freshAt } = freshness
  console.error(`\n${definition}`)
  console.error(freshAt ? tell('basis', { ...basis, when: instant(freshAt, locale) }) : tell('basisNothing', basis))
  for (const note of notes) console.error(note)
  for (const { key, note } of restsOn) console.error(tell('toSee', { note, key }))
  if (moreRows) console.error(tell('moreRows', { count: moreRows }))
  if (moreBreakdowns) console.error(tell('moreParts', { count: moreBreakdowns }))
  for (const note of completeness.notes) console.error(note)
}
