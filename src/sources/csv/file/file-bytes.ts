import { isAscii } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Refusal } from '../../../errors/index.ts'
import { type ByteSigns, encodingOf } from './encoding.ts'
import { foreignBytes } from './foreign-format.ts'

const headSize = 65_536

/** What one reading of the bytes of a file tells. */
export interface FileBytes {
  readonly size: number
  readonly sha256: string
  readonly encoding: string
  readonly head: Uint8Array
}

/** Reads the whole file once. Refuses what is empty or no text. */
export async function readBytes(path: string, name: string): Promise<FileBytes> {
  const { signs, size, sha256 } = await swept(path)
  if (size === 0) throw new Refusal('csv-empty', { file: name })
  const foreign = foreignBytes(signs.head)
  if (foreign) throw new Refusal('csv-not-csv', { file: name, is: foreign })
  const encoding = encodingOf(signs)
  if (!encoding) throw new Refusal('csv-not-csv', { file: name, is: 'a binary file' })
  return { size, sha256, encoding, head: signs.head }
}

interface Swept {
  readonly signs: ByteSigns
  readonly size: number
  readonly sha256: string
}

async function swept(path: string): Promise<Swept> {
  const hash = createHash('sha256')
  const utf8 = utf8Check()
  let head = Buffer.alloc(0)
  let beyondAscii: Buffer | null = null
  let hasZero = false
  let size = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    size += chunk.length
    if (head.length < headSize) head = Buffer.concat([head, chunk.subarray(0, headSize - head.length)])
    if (!beyondAscii && !isAscii(chunk)) beyondAscii = chunk.subarray(0, headSize)
    hasZero ||= chunk.includes(0)
    utf8.see(chunk)
  }
  return { signs: { head, beyondAscii, validUtf8: utf8.valid(), hasZero }, size, sha256: hash.digest('hex') }
}

function utf8Check() {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let valid = true
  const attempt = (decode: () => unknown): void => {
    try {
      if (valid) decode()
    } catch {
      valid = false
    }
  }
  return {
    see: (chunk: Uint8Array) => attempt(() => decoder.decode(chunk, { stream: true })),
    valid: () => {
      attempt(() => decoder.decode())
      return valid
    },
  }
}
