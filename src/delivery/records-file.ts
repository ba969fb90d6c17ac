import {
  type Asking,
  allRecords,
  type Block,
  type Cell,
  type Question,
  type Subject,
  usualPace,
} from '../answer/index.ts'
import type { Format } from './format.ts'

interface RecordsFile {
  readonly blocks: AsyncIterable<Block>
  /** Of which load the records are: the same bytes for the same question, as long as it is the same. */
  readonly load: string
}

/** All records behind a figure, as a file that is read from the engine as it is taken. */
export async function recordsFile(
  asking: Asking,
  of: Subject,
  opened: { readonly question: Question; readonly cell: Cell },
  format: Format,
): Promise<RecordsFile> {
  const { columns, blocks, load } = await allRecords(asking, of, opened, usualPace)
  return { blocks: format.ofLines(columns, blocks), load }
}

export async function* textOf(blocks: AsyncIterable<Block>): AsyncGenerator<string> {
  for await (const { text } of blocks) yield text
}
