import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Effects } from '../effects.ts'
import { Refusal } from '../errors/index.ts'
import { type BatchRecord, readRecord, recordFile, recordFolder, recordNumbers, writeRecord } from './batch-record.ts'
import { makeFolder } from './files.ts'
import { enter, inTransaction, openManifest } from './manifest.ts'
import { asideFolder, countAside, setAside, unnamedFiles } from './set-aside.ts'
import { wholeManifest } from './whole-manifest.ts'

/** A manifest that agrees with the records, and what had to be done for that, in sentences. */
export interface OpenManifest {
  readonly db: DatabaseSync
  readonly notices: readonly string[]
}

/** Opens for writing: what the manifest lacks is entered from the records, what nothing names is set aside. */
export async function openForWriting(dataFolder: string, folder: string, effects: Effects): Promise<OpenManifest> {
  for (const part of ['segments', 'files', recordFolder]) await makeFolder(join(folder, part))
  const path = join(dataFolder, 'plumbline.sqlite')
  const was = existsSync(path) ? 'there' : 'missing'
  const { db, aside } = await opened(path, effects)
  try {
    const rolled = await rollForward(db, folder)
    await completeRecords(db, folder)
    await setAside(folder, await unnamedFiles(folder, await namedIn(db, folder)), effects.now())
    const made =
      was === 'missing' && rolled.entered > 0
        ? ['The manifest was missing and was made again from the records of landing.']
        : []
    return { db, notices: [...aside, ...made, ...rolled.notices, ...(await asideNotices(folder))] }
  } catch (error) {
    db.close()
    throw error
  }
}

/** Opens for reading: a manifest in memory, made from the records, so that nothing on disk is touched. */
export async function openForReading(dataFolder: string, folder: string): Promise<OpenManifest> {
  const numbers = await recordNumbers(folder)
  if (numbers.length === 0 && existsSync(join(dataFolder, 'plumbline.sqlite')))
    throw new Refusal('data-older', { folder: dataFolder })
  const db = openManifest(':memory:')
  const rolled = await rollForward(db, folder)
  const unnamed = await unnamedFiles(folder, await namedIn(db, folder))
  const strays =
    unnamed.length > 0
      ? [`${files(unnamed.length)} in ${folder} that no record names: the next start sets them aside.`]
      : []
  return { db, notices: [...rolled.notices, ...strays, ...(await asideNotices(folder))] }
}

const files = (number: number): string => (number === 1 ? 'There is 1 file' : `There are ${number} files`)

async function asideNotices(folder: string): Promise<readonly string[]> {
  const number = await countAside(folder)
  if (number === 0) return []
  return [
    `${files(number)} in ${join(folder, asideFolder)} that no record names, such as those of a run that was killed. Delete them when nobody misses anything.`,
  ]
}

/** A file that is no manifest is kept beside a new one. */
async function opened(path: string, effects: Effects): Promise<{ db: DatabaseSync; aside: readonly string[] }> {
  try {
    return { db: openManifest(path), aside: [] }
  } catch (error) {
    if (!isDamage(error, path)) throw error
    const aside = `${path}.damaged-${effects.now().toString({ smallestUnit: 'second' }).replaceAll(':', '')}`
    await rename(path, aside)
    effects.log('manifest set aside', { aside, error: String(error) })
    return {
      db: openManifest(path),
      aside: [
        `The manifest could not be read. It was set aside as ${aside} and made again from the records of landing.`,
      ],
    }
  }
}

/** SQLite's numbers: a file that is damaged, cannot be opened, or is no database. */
const damageCodes: readonly number[] = [11, 14, 26]

/** A file that is missing cannot be opened either, where nothing can be written. */
const isDamage = (error: unknown, path: string): boolean =>
  error instanceof Error && 'errcode' in error && damageCodes.includes(Number(error.errcode) & 0xff) && existsSync(path)

/** Enters the records that the manifest does not have: those after an older copy, or all. */
async function rollForward(db: DatabaseSync, folder: string) {
  const known = enteredNumbers(db)
  const missing = (await recordNumbers(folder)).filter((number) => !known.has(number))
  const records: BatchRecord[] = []
  const notices: string[] = []
  for (const number of missing) {
    const record = await readRecord(folder, number)
    if (record) records.push(record)
    else
      notices.push(
        `The record ${recordFile(number)} is not as it was written, and what it names is left out. Put it back from a backup of the data folder.`,
      )
  }
  inTransaction(db, () => {
    for (const record of records) enter(db, record)
  })
  return { entered: records.length, notices }
}

const enteredNumbers = (db: DatabaseSync): ReadonlySet<number> =>
  new Set(
    db
      .prepare('SELECT number FROM batch')
      .all()
      .map(({ number }) => Number(number)),
  )

/** A manifest that knows more than the records, such as one of an older Plumbline, is written down as one record. */
async function completeRecords(db: DatabaseSync, folder: string): Promise<void> {
  const there = await recordNumbers(folder)
  const entered = [...enteredNumbers(db)]
  const whole = wholeManifest(db)
  const isOlder = entered.length === 0 && (whole.segments.length > 0 || whole.account !== null)
  if (!isOlder && entered.every((number) => there.includes(number))) return
  const record = { ...whole, number: Math.max(0, ...there, ...entered) + 1 }
  await writeRecord(folder, record)
  inTransaction(db, () => {
    db.prepare('DELETE FROM batch WHERE number NOT IN (SELECT value FROM json_each(?))').run(JSON.stringify(there))
    enter(db, record)
  })
}

/** A record that cannot be read stays where it is: it is told of until it is put right. */
async function namedIn(db: DatabaseSync, folder: string): Promise<ReadonlySet<string>> {
  const named = db.prepare('SELECT file FROM segment UNION ALL SELECT file FROM imported_file').all()
  const records = (await recordNumbers(folder)).map(recordFile)
  return new Set([...named.map(({ file }) => String(file)), ...records])
}
