import { join } from 'node:path'
import { type BatchRecord, checksum, contentsOf, readRecord, recordFile, recordNumbers } from '../landing/index.ts'
import { codeOf } from './copy.ts'
import type { Bad, Kept } from './kept.ts'

/** What a data folder or a backup has to hold, as its batch records say. */
export interface Inventory {
  /** In their order. */
  readonly records: readonly Kept[]
  /** What the records name. */
  readonly files: readonly Kept[]
  /** Records that are not what was written. */
  readonly bad: readonly Bad[]
}

export async function inventoryOf(folder: string): Promise<Inventory> {
  const landing = join(folder, 'landing')
  const [records, bad]: [Kept[], Bad[]] = [[], []]
  const files = new Map<string, Kept>()
  for (const number of await recordNumbers(landing)) {
    const path = join('landing', recordFile(number))
    const record = await readRecord(landing, number).catch(unread)
    if (record === 'gone') continue
    if (record === null) bad.push({ path, wrong: 'damaged' })
    else {
      records.push({ path, ...(await checksum(join(folder, path))) })
      for (const kept of filesOf(record)) files.set(kept.path, kept)
    }
  }
  return { records, files: [...files.values()], bad }
}

/** A record may be taken back while it is read, when its batch failed after all. */
function unread(error: unknown): 'gone' | null {
  if (codeOf(error) === 'ENOENT') return 'gone'
  if (['EIO', 'EISDIR', 'EACCES', 'EPERM'].includes(codeOf(error))) return null
  throw error
}

const filesOf = (record: BatchRecord): readonly Kept[] =>
  contentsOf(record).flatMap(({ segments, originals }) =>
    [...segments, ...originals].map(({ file, bytes, sha256 }) => ({ path: join('landing', file), bytes, sha256 })),
  )
