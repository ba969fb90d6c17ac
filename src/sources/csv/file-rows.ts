import type { SeenFile } from './look.ts'
import { type Row, rowsOf } from './rows.ts'

/** The rows of a file below its header, without those that are no records, unless the mapping wants them. */
export async function* fileRows(file: SeenFile, withTotals: boolean): AsyncGenerator<Row> {
  const left = new Set(file.left.filter(({ is }) => is === 'footer' || !withTotals).map(({ line }) => line))
  for await (const row of rowsOf(file)) if (row.line > file.header.line && !left.has(row.line)) yield row
}
