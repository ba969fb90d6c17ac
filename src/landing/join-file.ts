import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream'
import { promisify } from 'node:util'
import { createZstdDecompress, zstdDecompress } from 'node:zlib'
import { digestOf } from './digest.ts'
import type { Segment } from './segment.ts'
import { checksum, type WrittenFile, writeText } from './segment-file.ts'

const decompressed = promisify(zstdDecompress)

/** So many small files are read at once; their text is all that is held. */
const readAtOnce = 16

/** A segment that cannot be joined with others, because its file is not what was landed. */
export class NotAsLanded extends Error {
  readonly seq: number

  constructor({ seq, file }: Segment) {
    super(`${file} is not as it was landed`)
    this.seq = seq
  }
}

/** Writes all rows of the parts, in their order, into one file, each with the number of its segment and when that was landed. */
export async function writeJoined(folder: string, path: string, parts: readonly Segment[]): Promise<WrittenFile> {
  const seen: Part[] = []
  const written = await writeText(path, joinedText(folder, parts, seen))
  const { sha256, bytes } = await checksum(path)
  if (sha256 !== written.sha256 || bytes !== written.bytes) throw new Error(`${path} is not what was written`)
  await proveEqual(path, seen)
  return { ...written, rows: seen.reduce((sum, { rows }) => sum + rows, 0) }
}

/** What a part is known by when the joined file is read again. */
interface Part {
  readonly mark: string
  readonly rows: number
  readonly digest: string
}

async function* joinedText(folder: string, parts: readonly Segment[], seen: Part[]): AsyncGenerator<string> {
  for (let at = 0; at < parts.length; at += readAtOnce) {
    const some = parts.slice(at, at + readAtOnce)
    const texts = await Promise.all(some.map((part) => textOf(folder, part)))
    for (const [nth, part] of some.entries()) {
      const text = texts[nth] ?? ''
      seen.push({ mark: markOf(part), rows: part.rows, digest: digestOf(text) })
      yield marked(text, part)
    }
  }
}

/** The text of a segment's file, after it was compared with its checksum and its number of rows. */
async function textOf(folder: string, part: Segment): Promise<string> {
  const bytes = await readFile(join(folder, part.file)).catch(nullIfGone)
  if (bytes === null || digestOf(bytes) !== part.sha256) throw new NotAsLanded(part)
  const text = bytes.length === 0 ? '' : (await decompressed(bytes)).toString()
  if (linesIn(text) !== part.rows) throw new NotAsLanded(part)
  return text
}

/** Any other failure says nothing about the file. */
function nullIfGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

function linesIn(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

/** Stands before the number of each row. A segment that was joined before has it already. */
const markOf = ({ seq, landedAt, joined }: Segment): string =>
  joined ? '' : `"_seq":${seq},"_landed_at":${JSON.stringify(landedAt)},`

const marked = (text: string, part: Segment): string =>
  part.joined ? text : text.replaceAll(/(^|\n)\{/g, `$1{${markOf(part).replaceAll('$', '$$$$')}`)

/** Reads the file once more: without its marks it has to be what the parts were, line by line. */
async function proveEqual(path: string, parts: readonly Part[]): Promise<void> {
  const lines = linesOf(path)
  try {
    for (const { mark, rows, digest: expected } of parts) {
      const found = createHash('sha256')
      for (let row = 0; row < rows; row++) found.update(unmarked(String((await lines.next()).value), mark, path))
      if (found.digest('hex') !== expected) throw new Error(`${path} has other rows than what was joined`)
    }
    if (!(await lines.next()).done) throw new Error(`${path} has more rows than what was joined`)
  } finally {
    await lines.return()
  }
}

/** Rows end at '\n' alone: texts hold other signs that some take for the end of a line. */
async function* linesOf(path: string): AsyncGenerator<string, void, void> {
  const text = pipeline(createReadStream(path), createZstdDecompress(), () => {}).setEncoding('utf8')
  let rest = ''
  for await (const chunk of text) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

function unmarked(line: string, mark: string, path: string): string {
  if (!line.startsWith(`{${mark}`)) throw new Error(`${path} has a row of another segment`)
  return `{${line.slice(mark.length + 1)}\n`
}
