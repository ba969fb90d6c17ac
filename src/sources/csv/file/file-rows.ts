import type { SeenFile } from './look.ts'
import { type Row, rowBlocksOf } from './rows.ts'

/** The rows of a file below its header, without those that are no records, unless the mapping wants them. */
export async function* fileRows(file: SeenFile, withTotals: boolean): AsyncGenerator<Row> {
  for await (const block of fileRowBlocks(file, withTotals)) yield* block
}

/** The same, many at once: for who has no time to wait for each. */
export async function* fileRowBlocks(file: SeenFile, withTotals: boolean): AsyncGenerator<readonly Row[]> {
  const left = new Set(file.left.filter(({ is }) => is === 'footer' || !withTotals).map(({ line }) => line))
  const isRecord = ({ line }: Row): boolean => line > file.header.line && !left.has(line)
  for await (const block of rowBlocksOf(file)) yield block.filter(isRecord)
}
