import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Effects } from '../effects.ts'
import { Refusal, storageRefusal } from '../errors/index.ts'

/** Owns a folder until the way out is taken or the process ends, however it ends: the system holds the lock. */
export function lockForWriting(folder: string, effects: Effects): () => void {
  const db = held(folder, {}, 'PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  const since = effects.now().toString({ smallestUnit: 'second' })
  try {
    writeFileSync(ownerFile(folder), `process ${process.pid}, since ${since}\n`)
  } catch (error) {
    // Who holds the lock is only for the other one's sentence: a full disk does not stand in the way of reading.
    if (!isDiskFull(error, folder)) {
      db.close()
      throw error
    }
  }
  return () => {
    rmSync(ownerFile(folder), { force: true })
    db.close()
  }
}

function isDiskFull(error: unknown, folder: string): boolean {
  const refusal = storageRefusal(error, folder)
  return refusal instanceof Refusal && refusal.code === 'disk-full'
}

/** Keeps writers out, and lets other readers in. Nothing is written: a folder that nobody ever locked has no writer. */
export function lockForReading(folder: string): () => void {
  if (!existsSync(lockFile(folder))) return () => {}
  const db = held(folder, { readOnly: true }, readLock)
  return () => db.close()
}

const readLock = 'BEGIN; SELECT count(*) FROM sqlite_master'

/** A writer that is refused holds readers up for a moment. */
const passingMs = 250

const lockFile = (folder: string): string => join(folder, 'lock.sqlite')
const ownerFile = (folder: string): string => join(folder, 'lock.owner')

function held(folder: string, options: { readonly readOnly?: boolean }, lock: string): DatabaseSync {
  const db = opened(folder, options)
  try {
    db.exec(lock)
    return db
  } catch (error) {
    db.close()
    throw refusalOf(error, folder)
  }
}

function opened(folder: string, options: { readonly readOnly?: boolean }): DatabaseSync {
  try {
    return new DatabaseSync(lockFile(folder), { timeout: options.readOnly ? passingMs : 0, ...options })
  } catch (error) {
    throw refusalOf(error, folder)
  }
}

/** SQLite's numbers: busy; and a file that cannot be read, is damaged, cannot be opened or is no database. */
const busyCode = 5
const damageCodes: readonly number[] = [10, 11, 14, 26]

function refusalOf(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || !('errcode' in error)) return error
  if (error.errcode === busyCode) return new Refusal('data-folder-busy', { folder, owner: holderOf(folder) })
  if (!damageCodes.includes(Number(error.errcode) & 0xff) || !existsSync(lockFile(folder))) return error
  return new Refusal('data-folder-damaged', { folder, file: 'lock.sqlite', wrong: error.message })
}

/** Who writes has left a name; when a reader gets in, it is readers who hold it, and a name is one of long ago. */
function holderOf(folder: string): string {
  const db = opened(folder, { readOnly: true })
  try {
    db.exec(readLock)
    return 'another process that reads it'
  } catch {
    return readOwner(folder)
  } finally {
    db.close()
  }
}

function readOwner(folder: string): string {
  try {
    return readFileSync(ownerFile(folder), 'utf8').trim()
  } catch {
    return 'another process'
  }
}
