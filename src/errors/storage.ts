import { Refusal } from './refusal.ts'

const full: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG']
const readOnly: readonly unknown[] = ['EROFS', 'EACCES', 'EPERM']

/** SQLite's own numbers, of which the low byte is the kind. */
const sqliteFull = 13
const sqliteReadOnly = 8

const fullSentence = /No space left on device|Disk quota exceeded|File too large/i
const readOnlySentence = /Read-only file system|Permission denied/i

/** What the disk has against writing below a folder, as the user's mistake; any other error is given back as it is. */
export function storageRefusal(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || error instanceof Refusal) return error
  const code = 'code' in error ? error.code : null
  const sqlite = 'errcode' in error ? Number(error.errcode) & 0xff : null
  if (full.includes(code) || sqlite === sqliteFull || fullSentence.test(error.message))
    return because('disk-full', folder, error)
  if (readOnly.includes(code) || sqlite === sqliteReadOnly || readOnlySentence.test(error.message))
    return because('folder-read-only', folder, error)
  return error
}

const because = (code: 'disk-full' | 'folder-read-only', folder: string, cause: Error): Refusal =>
  Object.assign(new Refusal(code, { folder }), { cause })
