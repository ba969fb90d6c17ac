import { join } from 'node:path'
import {
  type BatchRecord,
  checksum,
  contentsOf,
  filesOf,
  readRecord,
  recordFile,
  recordNumbers,
} from '../landing/index.ts'
import { codeOf } from './copy.ts'
import type { Bad, Kept } from './kept.ts'

/** What a data folder or a backup has to hold, as its batch records say. */
export interface Inventory {
  /** In their order. */
  readonly records: readonly Kept[]
  /** What the records name, and what lies in no other file. */
  readonly files: readonly Kept[]
  /** Paths of segments whose rows were joined into others: they are there no longer, or not for long. */
  readonly replaced: ReadonlySet<string>
  /** Records that are not what was written. */
  readonly bad: readonly Bad[]
}

export async function inventoryOf(folder: string): Promise<Inventory> {
  const landing = join(folder, 'landing')
  const [records, bad]: [Kept[], Bad[]] = [[], []]
  const files = new Map<string, Kept>()
  const segments = new Map<number, string>()
  const replaced = new Set<string>()
  for (const number of await recordNumbers(landing)) {
    const path = join('landing', recordFile(number))
    const record = await readRecord(landing, number).catch(unread)
    if (record === 'gone') continue
    if (record === null) bad.push({ path, wrong: 'damaged' })
    else {
      records.push({ path, ...(await checksum(join(folder, path))) })
      for (const kept of filesOf(record).map(keptOf)) files.set(kept.path, kept)
      for (const path of replacedBy(record, segments)) replaced.add(path)
    }
  }
  return { records, files: [...files.values()].filter(({ path }) => !replaced.has(path)), replaced, bad }
}

/** `segments` are the paths of all before it, by number; those of this record come along. */
function replacedBy(record: BatchRecord, segments: Map<number, string>): readonly string[] {
  const joins = record.joins ?? []
  const gone = joins.flatMap(({ of }) => of.flatMap((seq) => segments.get(seq) ?? []))
  const own = [...contentsOf(record).flatMap((content) => content.segments), ...joins.map(({ segment }) => segment)]
  for (const { seq, file } of own) segments.set(seq, join('landing', file))
  return gone
}

/** A record may be taken back while it is read, when its batch failed after all. */
function unread(error: unknown): 'gone' | null {
  if (codeOf(error) === 'ENOENT') return 'gone'
  if (['EIO', 'EISDIR', 'EACCES', 'EPERM'].includes(codeOf(error))) return null
  throw error
}

const keptOf = ({ file, bytes, sha256 }: ReturnType<typeof filesOf>[number]): Kept => ({
  path: join('landing', file),
  bytes,
  sha256,
})
