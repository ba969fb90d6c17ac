import { type FileHandle, open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Asking, allRecords, cell, question, records, usualPace } from '../../answer/index.ts'
import { fileName, formatNamed, formats } from '../../delivery/index.ts'
import type { JobKind, Made, Step, Work } from '../kind.ts'

const input = z.strictObject({ report: z.string().max(200), question, cell, format: z.enum([...formats.keys()]) })
type Input = z.infer<typeof input>

/** How much of the file is there, and of which load its rows are: those of another load are not put below them. */
const cursor = z.strictObject({ rows: z.int(), bytes: z.int(), load: z.string() })
type Cursor = z.infer<typeof cursor>

/** So much is written between two steps: what a kill costs at most. */
const stepBytes = 1 << 20

type Rows = readonly (readonly (string | number | boolean | null)[])[]

/** All records behind a figure as a file, in one order, so that a file that was broken off is gone on with. */
async function* run({ input, cursor, asking, folder }: Work<Input, Cursor>): AsyncGenerator<Step<Cursor>, Made> {
  const format = formatNamed(input.format)
  const path = `export.${format.extension}`
  const of = await countOf(input, asking)
  const { columns, batches, load } = await allRecords(asking, input.report, input, usualPace)
  const goesOn = cursor?.load === load && format.more && (await bytesOf(join(folder, path))) >= cursor.bytes
  const from = goesOn ? cursor : { rows: 0, bytes: 0 }
  const counted = new Counted(batches, from.rows)
  const chunks = goesOn && format.more ? format.more(columns, counted.rest()) : format.write(columns, counted.rest())
  const file = await opened(join(folder, path), from.bytes)
  let bytes = from.bytes
  let kept = bytes
  try {
    for await (const chunk of chunks) {
      bytes += await written(file, Buffer.from(chunk), bytes)
      if (bytes - kept < stepBytes) continue
      await file.datasync()
      kept = bytes
      yield { doing: 'Writing', done: counted.rows, of, cursor: { rows: counted.rows, bytes, load } }
    }
    await file.sync()
  } finally {
    await file.close()
  }
  yield { doing: 'Written', done: counted.rows, of: counted.rows, cursor: { rows: counted.rows, bytes, load } }
  return { path, name: fileName(input.report, format.extension, asking), contentType: format.contentType, bytes }
}

/** Passes rows on, but for the first ones, and counts them all. */
class Counted {
  rows = 0
  readonly #batches: AsyncIterable<Rows>
  readonly #skipped: number

  constructor(batches: AsyncIterable<Rows>, skipped: number) {
    this.#batches = batches
    this.#skipped = skipped
  }

  async *rest(): AsyncGenerator<Rows> {
    for await (const batch of this.#batches) {
      const rest = batch.slice(Math.max(0, this.#skipped - this.rows))
      this.rows += batch.length
      if (rest.length > 0) yield rest
    }
  }
}

async function countOf({ report, question, cell }: Input, asking: Asking): Promise<number> {
  return (await records(asking, report, { question, cell, limit: 1 })).count
}

const bytesOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

/** With the first bytes of what is there, and nothing else. */
async function opened(path: string, bytes: number): Promise<FileHandle> {
  const file = await open(path, bytes === 0 ? 'w' : 'r+')
  await file.truncate(bytes)
  return file
}

/** A write may take a part only. */
async function written(file: FileHandle, chunk: Buffer, at: number): Promise<number> {
  for (let done = 0; done < chunk.length; )
    done += (await file.write(chunk, done, chunk.length - done, at + done)).bytesWritten
  return chunk.length
}

export default {
  name: 'export',
  input,
  cursor,
  atOnce: 1,
  title: ({ report, format }) => `${report} as ${format}`,
  check: async (input, asking) => void (await countOf(input, asking)),
  run,
} satisfies JobKind<Input, Cursor>
