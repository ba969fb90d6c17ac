import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import type { LandedRow } from './segment.ts'

export interface WrittenFile {
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

/** Long enough that the compressor is called seldom, short enough to hold in memory. */
const blockChars = 1 << 17

/** Writes rows as compressed lines of JSON; `_row` counts them from 1. */
export async function writeRows(
  path: string,
  columns: readonly string[],
  rows: AsyncIterable<LandedRow> | Iterable<LandedRow>,
): Promise<WrittenFile> {
  const count = { rows: 0 }
  const written = await writeText(path, blocks(columns, rows, count))
  return { rows: count.rows, ...written }
}

/** Writes a text compressed. */
export async function writeText(path: string, blocks: AsyncIterable<string>): Promise<Omit<WrittenFile, 'rows'>> {
  const measure = measured()
  await pipeline(
    Readable.from(blocks, { objectMode: false }),
    createZstdCompress(),
    measure.through,
    createWriteStream(path, { flush: true }),
  )
  return measure.result()
}

async function* blocks(
  columns: readonly string[],
  rows: AsyncIterable<LandedRow> | Iterable<LandedRow>,
  count: { rows: number },
): AsyncGenerator<string> {
  const declared = new Set(columns)
  let block = ''
  for await (const row of rows) {
    refuseUndeclared(row, declared)
    count.rows += 1
    block += `${numbered(JSON.stringify(row), count.rows)}\n`
    if (block.length < blockChars) continue
    yield block
    block = ''
  }
  if (block !== '') yield block
}

/** Puts the number of the row before its values. */
const numbered = (row: string, number: number): string =>
  row === '{}' ? `{"_row":${number}}` : `{"_row":${number},${row.slice(1)}`

/** An undeclared column would be kept and never read. */
function refuseUndeclared(row: LandedRow, declared: ReadonlySet<string>): void {
  for (const name in row) {
    if (!declared.has(name)) throw new Error(`row has the column '${name}', which was not declared`)
  }
}

function measured() {
  const hash = createHash('sha256')
  let bytes = 0
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  return { through, result: () => ({ bytes, sha256: hash.digest('hex') }) }
}

/** Streams the file, so that its size does not matter. */
export async function checksum(path: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash: Hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: hash.digest('hex') }
}
