import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { Account, CustomField } from '../model/index.ts'
import type { BatchRecord } from './batch-record.ts'
import type { Segment } from './segment.ts'

type Row = Record<string, SQLOutputValue>

/** The manifest's own row, in the types that it was entered with. */
export const toSegment = (row: Row): Segment => ({
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

const toOriginal = (row: Row): BatchRecord['originals'][number] => ({
  key: String(row.sha256),
  name: String(row.name),
  file: String(row.file),
  importedAt: String(row.imported_at),
  sha256: row.content === null ? null : String(row.content),
  bytes: row.bytes === null ? null : Number(row.bytes),
})

export const segmentsIn = (db: DatabaseSync, after: number): readonly Segment[] =>
  db.prepare('SELECT * FROM segment WHERE seq > ? ORDER BY seq').all(after).map(toSegment)

export const originalsIn = (db: DatabaseSync): BatchRecord['originals'] =>
  db.prepare('SELECT * FROM imported_file ORDER BY imported_at, file').all().map(toOriginal)

export const fieldsIn = (db: DatabaseSync): readonly CustomField[] =>
  db
    .prepare('SELECT field FROM custom_field ORDER BY entity, name')
    .all()
    // Entered in this form.
    .map(({ field }) => JSON.parse(String(field)) as CustomField)

export function accountIn(db: DatabaseSync): Account | null {
  const row = db.prepare('SELECT settings FROM account').get()
  // Entered in this form.
  return row ? (JSON.parse(String(row.settings)) as Account) : null
}

/** Everything that the manifest knows, as one record. */
export const wholeManifest = (db: DatabaseSync): Omit<BatchRecord, 'number'> => ({
  segments: segmentsIn(db, 0),
  originals: originalsIn(db),
  fields: fieldsIn(db),
  cursors: db
    .prepare('SELECT source, stream, cursor FROM cursor ORDER BY source, stream')
    .all()
    .map((row) => ({ source: String(row.source), stream: String(row.stream), cursor: String(row.cursor) })),
  account: accountIn(db),
})
