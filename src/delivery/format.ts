import type { Block } from '../answer/index.ts'
import type { Column, Value } from '../engine/index.ts'

/** A kind of file that rows can leave in. It is written as it is read: no file is ever whole in memory. */
export interface Format {
  readonly name: string
  readonly contentType: string
  readonly extension: string
  /** Of rows that are at hand. */
  write(
    columns: readonly Column[],
    batches: AsyncIterable<readonly (readonly Value[])[]>,
  ): AsyncIterable<string | Buffer>
  /** Of rows that the engine wrote as lines of CSV; the same blocks give the same bytes. */
  ofLines(columns: readonly Column[], blocks: AsyncIterable<Block>): AsyncIterable<Block>
}
