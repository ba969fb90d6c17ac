import { createReadStream, createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { checksum, makeFolder, settle } from '../landing/index.ts'
import type { Kept, Wrong } from './kept.ts'

/** Null when the file is as its record says. */
export async function wrongWith(folder: string, { path, bytes, sha256 }: Kept): Promise<Wrong | null> {
  const file = join(folder, path)
  try {
    const { size } = await stat(file)
    if (bytes !== null && size !== bytes) return 'damaged'
    const found = await checksum(file)
    return sha256 === null || found.sha256 === sha256 ? null : 'damaged'
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? 'missing' : 'unreadable'
  }
}

/** Copies a kept file so that it is there whole or not at all; nothing is copied that is not what its record says. */
export async function copyKept(from: string, to: string, kept: Kept): Promise<Wrong | null> {
  const path = join(to, kept.path)
  const part = `${path}.part`
  await makeFolder(dirname(part))
  try {
    const unread = await copied(join(from, kept.path), part)
    if (unread !== null) return unread
    // Read back, so that what lies on the disk is what is compared.
    const { sha256 } = await checksum(part)
    if (kept.sha256 !== null && sha256 !== kept.sha256) return 'damaged'
    await settle(part, path)
    return null
  } finally {
    await rm(part, { force: true })
  }
}

/** What the source has against being read is told; what the target has against being written is thrown. */
async function copied(from: string, part: string): Promise<Wrong | null> {
  const source = createReadStream(from, { highWaterMark: 1 << 20 })
  const failed: unknown[] = []
  source.once('error', (error) => failed.push(error))
  try {
    await pipeline(source, createWriteStream(part, { mode: 0o600 }))
    return null
  } catch (error) {
    if (!failed.includes(error)) throw error
    return codeOf(error) === 'ENOENT' ? 'missing' : 'unreadable'
  }
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
