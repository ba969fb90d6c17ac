import { DatabaseSync } from 'node:sqlite'
import { Refusal } from '../errors/index.ts'
import type { BatchRecord } from './batch-record.ts'

/** One step each, never edited once released; `user_version` counts those that were taken. */
const migrations: readonly string[] = [
  `CREATE TABLE segment (
     seq INTEGER PRIMARY KEY AUTOINCREMENT,
     source TEXT NOT NULL,
     stream TEXT NOT NULL,
     format TEXT NOT NULL,
     columns TEXT NOT NULL,
     rows INTEGER NOT NULL,
     bytes INTEGER NOT NULL,
     sha256 TEXT NOT NULL,
     file TEXT NOT NULL UNIQUE,
     origin TEXT,
     landed_at TEXT NOT NULL
   ) STRICT;
   CREATE TABLE cursor (
     source TEXT NOT NULL,
     stream TEXT NOT NULL,
     cursor TEXT NOT NULL,
     PRIMARY KEY (source, stream)
   ) STRICT;
   CREATE TABLE custom_field (
     entity TEXT NOT NULL,
     name TEXT NOT NULL,
     field TEXT NOT NULL,
     PRIMARY KEY (entity, name)
   ) STRICT;
   CREATE TABLE account (
     one INTEGER PRIMARY KEY CHECK (one = 1),
     settings TEXT NOT NULL
   ) STRICT;
   CREATE TABLE imported_file (
     sha256 TEXT PRIMARY KEY,
     name TEXT NOT NULL,
     file TEXT NOT NULL UNIQUE,
     imported_at TEXT NOT NULL
   ) STRICT;`,
  // The batch records that are in here; and of an original file, the checksum of its content.
  `CREATE TABLE batch (number INTEGER PRIMARY KEY) STRICT;
   ALTER TABLE imported_file ADD COLUMN content TEXT;
   ALTER TABLE imported_file ADD COLUMN bytes INTEGER;`,
]

/**
 * What landed, in SQLite: made from the batch records, so that it can be made again.
 * No write-ahead log: at rest it is one file. Refuses one of a later format.
 */
export function openManifest(path: string): DatabaseSync {
  const db = new DatabaseSync(path)
  try {
    db.exec('PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;')
    migrate(db, path)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function migrate(db: DatabaseSync, path: string): void {
  const taken = Number(db.prepare('PRAGMA user_version').get()?.user_version ?? 0)
  if (taken > migrations.length) throw new Refusal('data-newer', { file: path, found: taken, known: migrations.length })
  for (const [index, step] of migrations.entries()) {
    if (index >= taken) inTransaction(db, () => db.exec(`${step} PRAGMA user_version = ${index + 1};`))
  }
}

/** Enters what a record says; a record that is entered twice changes nothing. */
export function enter(db: DatabaseSync, record: BatchRecord): void {
  const segment = db.prepare(
    `INSERT OR REPLACE INTO segment (seq, source, stream, format, columns, rows, bytes, sha256, file, origin, landed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const s of record.segments) {
    const columns = JSON.stringify(s.columns)
    segment.run(s.seq, s.source, s.stream, s.format, columns, s.rows, s.bytes, s.sha256, s.file, s.origin, s.landedAt)
  }
  enterRest(db, record)
  db.prepare('INSERT OR REPLACE INTO batch VALUES (?)').run(record.number)
}

function enterRest(db: DatabaseSync, { originals, fields, cursors, account }: BatchRecord): void {
  const original = db.prepare(
    'INSERT OR REPLACE INTO imported_file (sha256, name, file, imported_at, content, bytes) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const of of originals) original.run(of.key, of.name, of.file, of.importedAt, of.sha256, of.bytes)
  const field = db.prepare('INSERT OR REPLACE INTO custom_field VALUES (?, ?, ?)')
  for (const custom of fields) field.run(custom.entity, custom.name, JSON.stringify(custom))
  const cursor = db.prepare('INSERT OR REPLACE INTO cursor VALUES (?, ?, ?)')
  for (const of of cursors) cursor.run(of.source, of.stream, of.cursor)
  if (account) db.prepare('INSERT OR REPLACE INTO account VALUES (1, ?)').run(JSON.stringify(account))
}

export function inTransaction<R>(db: DatabaseSync, work: () => R): R {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}
