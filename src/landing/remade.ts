import { join } from 'node:path'
import type { BatchRecord } from './batch-record.ts'
import { clearWay, remove, settle } from './files.ts'
import type { LandedRow } from './segment.ts'
import { writeRows } from './segment-file.ts'

/** Puts rows in the place of a segment's file when they make that very file, byte for byte; otherwise nothing happens. */
export async function remakeSegment(
  landingFolder: string,
  segment: BatchRecord['segments'][number],
  columns: readonly string[],
  rows: AsyncIterable<LandedRow> | Iterable<LandedRow>,
): Promise<boolean> {
  const path = join(landingFolder, segment.file)
  const part = `${path}.part`
  try {
    const { sha256 } = await writeRows(part, columns, rows)
    if (sha256 !== segment.sha256) return false
    await clearWay(path)
    await settle(part, path)
    return true
  } finally {
    await remove(part)
  }
}
