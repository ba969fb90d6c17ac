import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { Account, CustomField } from '../model/index.ts'
import type { BatchRecord, Original } from './batch-record.ts'
import type { Segment } from './segment.ts'

/** The tables of formats 1 and 2, which kept no copy of the records. */
export const olderTables = ['segment', 'cursor', 'custom_field', 'account', 'imported_file', 'batch'] as const

type Row = Record<string, SQLOutputValue>

/** Everything that an older manifest knows, as one record. */
export function wholeOlder(db: DatabaseSync): Omit<BatchRecord, 'number'> {
  const rows = (table: string, order: string): readonly Row[] =>
    db.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).all()
  const [account] = rows('account', 'one')
  return {
    segments: rows('segment', 'seq').map(toSegment),
    originals: rows('imported_file', 'imported_at, file').map(toOriginal),
    // Both were written in these forms.
    fields: rows('custom_field', 'entity, name').map(({ field }) => JSON.parse(String(field)) as CustomField),
    account: account ? (JSON.parse(String(account.settings)) as Account) : null,
    cursors: rows('cursor', 'source, stream').map((row) => ({
      source: String(row.source),
      stream: String(row.stream),
      cursor: String(row.cursor),
    })),
  }
}

/** In the types that it was written with. */
const toSegment = (row: Row): Segment => ({
  seq: Number(row.seq),
  source: String(row.source),
  stream: row.stream as Segment['stream'],
  format: row.format as Segment['format'],
  columns: JSON.parse(String(row.columns)) as readonly string[],
  rows: Number(row.rows),
  bytes: Number(row.bytes),
  sha256: String(row.sha256),
  file: String(row.file),
  origin: row.origin === null ? null : String(row.origin),
  landedAt: String(row.landed_at),
})

/** Format 1 did not know what was in an original. */
const toOriginal = (row: Row): Original => ({
  key: String(row.sha256),
  name: String(row.name),
  file: String(row.file),
  importedAt: String(row.imported_at),
  sha256: typeof row.content === 'string' ? row.content : null,
  bytes: typeof row.bytes === 'number' ? row.bytes : null,
})
