import { type FileHandle, open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Asking, type Block, cell, question, records } from '../../answer/index.ts'
import { fileName, formatNamed, formats, recordsFile } from '../../delivery/index.ts'
import { Refusal } from '../../errors/index.ts'
import type { JobKind, Made, Step, Work } from '../kind.ts'

const input = z.strictObject({ report: z.string().max(200), question, cell, format: z.enum([...formats.keys()]) })
type Input = z.infer<typeof input>

/** How much of the file is there, and of which load its rows are: those of another load are not put below them. */
const cursor = z.strictObject({ rows: z.int(), bytes: z.int(), load: z.string() })
type Cursor = z.infer<typeof cursor>

/** So much is written between two steps: what a kill costs at most. */
const stepBytes = 1 << 20

/** All records behind a figure as a file, in one order, so that a file that was broken off is gone on with. */
async function* run({ input, cursor, asking, folder }: Work<Input, Cursor>): AsyncGenerator<Step<Cursor>, Made> {
  const format = formatNamed(input.format)
  const path = `export.${format.extension}`
  const of = await countOf(input, asking)
  const { blocks, load } = await recordsFile(asking, input.report, input, format)
  const goesOn = cursor?.load === load && (await bytesOf(join(folder, path))) >= cursor.bytes
  const from = goesOn ? cursor.bytes : 0
  const file = await opened(join(folder, path), from)
  let [rows, bytes, kept] = [0, from, from]
  try {
    for await (const part of after(from, blocks)) {
      rows += part.rows
      bytes += await written(file, part.content, bytes)
      if (bytes - kept < stepBytes) continue
      await file.datasync()
      kept = bytes
      yield { doing: 'Writing', done: rows, of, cursor: { rows, bytes, load } }
    }
    await file.sync()
  } finally {
    await file.close()
  }
  yield { doing: 'Written', done: rows, of: rows, cursor: { rows, bytes, load } }
  return { path, name: fileName(input.report, format.extension, asking), contentType: format.contentType, bytes }
}

interface Part {
  readonly content: Buffer
  readonly rows: number
}

/** What comes behind the first bytes of a file; of what is written already there are the rows alone. */
async function* after(bytes: number, blocks: AsyncIterable<Block>): AsyncGenerator<Part> {
  let left = bytes
  for await (const { text, rows } of blocks) {
    const content = Buffer.from(text)
    yield { content: content.subarray(Math.min(left, content.length)), rows }
    left = Math.max(0, left - content.length)
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
  check: async (input, asking) => {
    if (!asking.viewer.rights.may('export')) throw new Refusal('export-not-yours', {})
    await countOf(input, asking)
  },
  run,
} satisfies JobKind<Input, Cursor>
