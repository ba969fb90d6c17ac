import { createReadStream } from 'node:fs'
import { compose } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import iconv from 'iconv-lite'
import { Refusal } from '../../errors/index.ts'
import type { Dialect } from './dialect.ts'

/** A row without a closing quote would grow for ever. */
const longestRow = 2_000_000

export interface Row {
  /** Of the file, from 1: where the row starts. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface Readable {
  readonly path: string
  readonly name: string
  readonly encoding: string
  readonly dialect: Dialect
}

/** All rows of a file that hold anything. Refuses a file that ends inside quotes. */
export async function* rowsOf(file: Readable): AsyncGenerator<Row> {
  let line = 1
  try {
    for await (const cells of parsed(file)) {
      if (cells.some((cell) => cell !== '')) yield { line, cells }
      line += 1 + lineEndsIn(cells)
    }
  } catch (error) {
    throw isCutOff(error) ? new Refusal('csv-quote-open', { file: file.name, line }) : error
  }
}

function parsed({ path, encoding, dialect }: Readable): AsyncIterable<readonly string[]> {
  const bytes = createReadStream(path, { highWaterMark: 1 << 18 })
  const parser = parse({
    bom: true,
    delimiter: dialect.separator,
    quote: dialect.quote,
    escape: dialect.quote,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRow,
  })
  const decoded = encoding === 'utf-8' ? [] : [iconv.decodeStream(encoding)]
  // A failure of any part reaches the reader; the parser gives one list of cells a row.
  return compose(bytes, ...decoded, parser) as AsyncIterable<unknown> as AsyncIterable<readonly string[]>
}

/** Where the row below a row starts, if no empty line stands between. */
export const lineAfter = ({ line, cells }: Row): number => line + 1 + lineEndsIn(cells)

function lineEndsIn(cells: readonly string[]): number {
  let ends = 0
  for (const cell of cells) if (cell.includes('\n') || cell.includes('\r')) ends += cell.split(/\r\n|\n|\r/).length - 1
  return ends
}

const isCutOff = (error: unknown): boolean =>
  error instanceof Error && ['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE'].includes((error as CsvError).code)
