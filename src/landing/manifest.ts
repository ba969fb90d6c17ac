import { DatabaseSync } from 'node:sqlite'

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
]

/** What landed, in SQLite: a segment that is not named here does not exist. */
export function openManifest(path: string): DatabaseSync {
  const db = new DatabaseSync(path)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;')
  migrate(db)
  return db
}

function migrate(db: DatabaseSync): void {
  const taken = Number(db.prepare('PRAGMA user_version').get()?.user_version ?? 0)
  for (const [index, step] of migrations.entries()) {
    if (index >= taken) inTransaction(db, () => db.exec(`${step} PRAGMA user_version = ${index + 1};`))
  }
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
