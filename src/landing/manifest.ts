import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { Refusal } from '../errors/index.ts'
import { type BatchRecord, recordIn, recordText } from './batch-record.ts'
import type { Access } from './landing.ts'
import { olderTables, wholeOlder } from './older-manifest.ts'

/** Stands in `user_version`. Formats 1 and 2 kept no copy of the records. */
const manifestFormat = 3

/** What stands where the manifest should be. */
export type FoundManifest =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'older'; readonly whole: Omit<BatchRecord, 'number'> | null }
  | { readonly kind: 'copy'; readonly records: ReadonlyMap<number, BatchRecord> }

/** Reads a manifest, of its records those from a number on; for reading, without touching a file. Refuses one of a later format. */
export function readManifest(path: string, access: Access, from: number): FoundManifest {
  if (!existsSync(path)) return { kind: 'missing' }
  if (!statSync(path).isFile()) return { kind: 'unreadable', why: 'it is not a file' }
  if (access === 'read' && isLogged(path)) return { kind: 'older', whole: null }
  try {
    const db = access === 'write' ? new DatabaseSync(path) : new DatabaseSync(asItIs(path), { readOnly: true })
    try {
      return contentOf(db, path, from)
    } finally {
      db.close()
    }
  } catch (error) {
    if (!isDamage(error)) throw error
    return { kind: 'unreadable', why: error.message }
  }
}

/** No lock, no log and no side file: what may be half of a write there, the checksums of the records tell. */
function asItIs(path: string): URL {
  const url = pathToFileURL(path)
  url.searchParams.set('immutable', '1')
  return url
}

/** Format 1 had a write-ahead log, which nobody can read without writing. */
function isLogged(path: string): boolean {
  const [file, version] = [openSync(path, 'r'), Buffer.alloc(1)]
  try {
    readSync(file, version, 0, 1, 18)
    return version[0] === 2
  } finally {
    closeSync(file)
  }
}

/** SQLite's numbers: an error in a statement, a file that cannot be read, is damaged, cannot be opened, or is no database. */
const damageCodes: readonly number[] = [1, 10, 11, 14, 26]

const isDamage = (error: unknown): error is Error =>
  error instanceof Error && 'errcode' in error && damageCodes.includes(Number(error.errcode) & 0xff)

function contentOf(db: DatabaseSync, path: string, from: number): FoundManifest {
  const found = Number(db.prepare('PRAGMA user_version').get()?.user_version)
  const tables = db.prepare('SELECT name FROM sqlite_schema').all()
  if (tables.length === 0) return { kind: 'missing' }
  if (!tables.some(({ name }) => name === 'segment' || name === 'batch'))
    return { kind: 'unreadable', why: 'another program wrote it' }
  if (found > manifestFormat) throw new Refusal('data-newer', { file: path, found, known: manifestFormat })
  if (found < manifestFormat) return { kind: 'older', whole: wholeOlder(db) }
  const rows = db.prepare('SELECT record FROM batch WHERE number >= ?').all(from)
  const records = rows.flatMap(({ record }) => recordIn(String(record), path) ?? [])
  if (records.length < rows.length) return { kind: 'unreadable', why: 'its records are not as they were written' }
  return { kind: 'copy', records: new Map(records.map((record) => [record.number, record])) }
}

/**
 * A second copy of all batch records, in one file: a record that is lost is written again from here, and what
 * this lacks is entered from the records. No write-ahead log: at rest it is one file.
 */
export class Manifest {
  readonly #db: DatabaseSync

  constructor(path: string) {
    this.#db = new DatabaseSync(path)
    this.#db.exec('PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;')
  }

  /** Makes it one of today's format, with these records beside those that it has. */
  complete(records: readonly BatchRecord[], isOlder: boolean): void {
    this.#inTransaction(() => {
      for (const table of isOlder ? olderTables : []) this.#db.exec(`DROP TABLE IF EXISTS ${table}`)
      this.#db.exec('CREATE TABLE IF NOT EXISTS batch (number INTEGER PRIMARY KEY, record TEXT NOT NULL) STRICT')
      this.#enter(records)
      this.#db.exec(`PRAGMA user_version = ${manifestFormat}`)
    })
  }

  enter(record: BatchRecord): void {
    this.#inTransaction(() => this.#enter([record]))
  }

  close(): void {
    this.#db.close()
  }

  #enter(records: readonly BatchRecord[]): void {
    const row = this.#db.prepare('INSERT OR REPLACE INTO batch VALUES (?, ?)')
    for (const record of records) row.run(record.number, recordText(record))
  }

  #inTransaction(work: () => void): void {
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      work()
      this.#db.exec('COMMIT')
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      throw error
    }
  }
}
