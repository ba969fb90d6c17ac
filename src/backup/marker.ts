import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Refusal } from '../errors/index.ts'
import { settle } from '../landing/index.ts'

/** Raised when an older version could not read a backup any more. */
const format = 1
const name = 'plumbline-backup.json'

const said = z.object({
  format: z.int(),
  /** When the last run came to its end; null before the first one did. */
  completedAt: z.string().nullable(),
  /** The mapping that CSV files are read with, as text: it changes, so it lies in here, whole. */
  mapping: z.string().nullable(),
})
export type Marker = Omit<z.infer<typeof said>, 'format'>

/** What makes a folder a backup of ours; null when it is none. Refuses one that a later version made, or that is damaged. */
export async function readMarker(folder: string): Promise<Marker | null> {
  const text = await readFile(join(folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })
  if (text === null) return null
  const [body = '', check = ''] = text.split('\n')
  const found = said.safeParse(sha256(body) === check ? JSON.parse(body) : null)
  if (!found.success) throw new Refusal('backup-damaged', { folder, file: name })
  if (found.data.format > format) throw new Refusal('backup-newer', { folder })
  return found.data
}

/** One line, and below it the line's checksum. */
export async function writeMarker(folder: string, marker: Marker): Promise<void> {
  const body = JSON.stringify({ format, ...marker })
  const part = join(folder, `${name}.part`)
  await writeFile(part, `${body}\n${sha256(body)}\n`)
  await settle(part, join(folder, name))
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
