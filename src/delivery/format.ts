import type { Column, Value } from '../engine/index.ts'

/** A kind of file that rows can leave in. It is written as it is read: no file is ever whole in memory. */
export interface Format {
  readonly name: string
  readonly contentType: string
  readonly extension: string
  write(
    columns: readonly Column[],
    batches: AsyncIterable<readonly (readonly Value[])[]>,
  ): AsyncIterable<string | Buffer>
  /** The rest of a file that was broken off behind a batch; absent where such a file begins anew. */
  readonly more?: Format['write']
}
