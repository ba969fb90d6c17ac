import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Effects } from '../effects.ts'
import { Refusal } from '../errors/index.ts'

/** Owns a folder until the way out is taken or the process ends, however it ends: the system holds the lock. */
export function lockFolder(folder: string, effects: Effects): () => void {
  const owner = join(folder, 'lock.owner')
  const db = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: 0 })
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if (!isBusy(error)) throw error
    throw new Refusal('data-folder-busy', { folder, owner: readOwner(owner) })
  }
  writeFileSync(owner, `process ${process.pid}, since ${effects.now().toString({ smallestUnit: 'second' })}\n`)
  return () => db.close()
}

const busyCode = 5
const isBusy = (error: unknown): boolean => error instanceof Error && 'errcode' in error && error.errcode === busyCode

function readOwner(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return 'another process'
  }
}
