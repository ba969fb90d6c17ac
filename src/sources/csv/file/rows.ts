import { createReadStream } from 'node:fs'
import { compose } from 'node:stream'
import iconv from 'iconv-lite'
import { Refusal } from '../../../errors/index.ts'
import type { Dialect } from './dialect.ts'
import { lineEndsIn, rowSplitter, type SplitRow } from './row-splitter.ts'

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
  for await (const block of rowBlocksOf(file)) for (const row of block) yield row
}

/** The same, many at once: for who has no time to wait for each. */
export async function* rowBlocksOf(file: Readable): AsyncGenerator<readonly Row[]> {
  const splitter = rowSplitter(file.dialect)
  const numbered = numbering()
  for await (const bytes of bytesOf(file)) {
    yield numbered(splitter.push(bytes))
    if (splitter.pending() > longestRow)
      throw new Refusal('csv-row-too-long', { file: file.name, line: numbered.line(), most: longestRow })
  }
  const last = splitter.end()
  if (splitter.isQuoted()) throw new Refusal('csv-quote-open', { file: file.name, line: numbered.line() })
  if (last) yield numbered([last])
}

function numbering() {
  let line = 1
  const numbered = (split: readonly SplitRow[]): readonly Row[] => {
    const rows: Row[] = []
    for (const { cells, lineEnds } of split) {
      if (cells.some((cell) => cell !== '')) rows.push({ line, cells })
      line += 1 + lineEnds
    }
    return rows
  }
  return Object.assign(numbered, { line: () => line })
}

const byteOrderMark = Buffer.from('\ufeff')

/** As UTF-8, without the mark that may stand before it. A failure of any part reaches the reader. */
async function* bytesOf({ path, encoding }: Readable): AsyncGenerator<Buffer> {
  const bytes = createReadStream(path, { highWaterMark: 1 << 18 })
  // Both give bytes or, decoded, text.
  const parts = (encoding === 'utf-8' ? bytes : compose(bytes, iconv.decodeStream(encoding))) as AsyncIterable<
    Buffer | string
  >
  let isFirst = true
  for await (const part of parts) {
    const read = typeof part === 'string' ? Buffer.from(part) : part
    yield isFirst && read.subarray(0, 3).equals(byteOrderMark) ? read.subarray(3) : read
    isFirst = false
  }
}

/** Where the row below a row starts, if no empty line stands between. */
export const lineAfter = ({ line, cells }: Row): number => line + 1 + lineEndsIn(cells)
