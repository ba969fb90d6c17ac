import { stringify } from 'csv-stringify/sync'
import type { Block } from '../../answer/index.ts'
import type { Column, Value } from '../../engine/index.ts'
import type { Format } from '../format.ts'
import { neutralised } from '../formula.ts'

/** Excel reads a file without it as the system's old code page. */
const byteOrderMark = '\uFEFF'

/** Durations are whole numbers in a file, so their unit stands in the heading. */
const heading = ({ label, kind }: Column): string => (kind === 'duration' ? `${label} (ms)` : label)

/** Numbers stay numbers; a flag is a word, for the library would write false as nothing. */
function cell(value: Value): string | number | null {
  if (typeof value === 'string') return neutralised(value)
  return typeof value === 'boolean' ? String(value) : value
}

/** Texts are always quoted: a separator that is not a comma can then not cut one in two. */
const lines = (rows: readonly (readonly Value[])[]): string =>
  stringify(
    rows.map((row) => row.map(cell)),
    { quoted_string: true, record_delimiter: '\r\n' },
  )

const headings = (columns: readonly Column[]): string => byteOrderMark + lines([columns.map(heading)])

async function* write(columns: readonly Column[], batches: AsyncIterable<readonly (readonly Value[])[]>) {
  yield headings(columns)
  for await (const batch of batches) if (batch.length > 0) yield lines(batch)
}

async function* ofLines(columns: readonly Column[], blocks: AsyncIterable<Block>): AsyncIterable<Block> {
  yield { text: headings(columns), rows: 0 }
  yield* blocks
}

export default {
  name: 'csv',
  contentType: 'text/csv; charset=utf-8',
  extension: 'csv',
  write,
  ofLines,
} satisfies Format
