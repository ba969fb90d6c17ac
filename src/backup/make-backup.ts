import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Progress } from '../effects.ts'
import { Refusal } from '../errors/index.ts'
import { codeOf, wrongWith } from './copy.ts'
import { type Copied, copyAll, type Sum, sumOf } from './copy-all.ts'
import { type Inventory, inventoryOf } from './inventory.ts'
import type { Bad, Kept } from './kept.ts'
import { locked, type Surroundings } from './locked.ts'
import { writeMarker } from './marker.ts'
import { backupAt } from './restore.ts'
import { targetOf } from './target.ts'

export interface BackedUp extends Copied {
  readonly batches: number
}

/** Copies into the backup what it has not. Takes no lock on the data: what its records name never changes. */
export async function makeBackup(data: string, to: string, around: Surroundings): Promise<BackedUp> {
  const before = await targetOf(data, to)
  return locked(to, around, async () => {
    let ours = await inventoryOf(data)
    if (before === null) await writeMarker(to, { completedAt: null, mapping: null })
    const theirs = await inventoryOf(to)
    refuseOther(ours, theirs, to)
    let files = await copyAll(data, to, ours.files, 'Backing up', around.progress)
    let now = await inventoryOf(data)
    while (files.bad.some(({ path }) => now.replaced.has(path))) {
      // Segments were joined meanwhile: what they became is copied in their place.
      ours = now
      files = await copyAll(data, to, ours.files, 'Backing up', around.progress)
      now = await inventoryOf(data)
    }
    // Records last: a backup that was cut off has no record of what is not in it.
    const records = await copyAll(data, to, lasting(now, ours.records), 'Backing up', around.progress)
    if (files.bad.length + records.bad.length === 0) await removeReplaced(to)
    await writeMarker(to, { completedAt: around.now().toString(), mapping: await mappingIn(data) })
    const lost = ours.bad.filter(({ path }) => !theirs.records.some((record) => record.path === path))
    return { ...both(files, records, lost), batches: records.copied.files + records.there.files }
  })
}

/** A backup of another company, or of this one's other life, is left alone. */
function refuseOther(ours: Inventory, theirs: Inventory, folder: string): void {
  const known = new Map(ours.records.map(({ path, sha256 }) => [path, sha256]))
  const damaged = new Set(ours.bad.map(({ path }) => path))
  const other = theirs.records.find(({ path, sha256 }) => known.get(path) !== sha256 && !damaged.has(path))
  if (other) throw new Refusal('backup-of-other', { folder, record: other.path })
}

/** Without a record that was taken back since, because its batch failed after all. */
function lasting(now: Inventory, records: readonly Kept[]): readonly Kept[] {
  const there = new Set(now.records.map(({ sha256 }) => sha256))
  return records.filter(({ sha256 }) => there.has(sha256))
}

/** Segments that were joined since they were backed up, once what they became is in the backup, whole. */
async function removeReplaced(to: string): Promise<void> {
  for (const path of (await inventoryOf(to)).replaced) await rm(join(to, path), { force: true })
}

const both = (one: Copied, other: Copied, lost: readonly Bad[]): Copied => ({
  copied: plus(one.copied, other.copied),
  there: plus(one.there, other.there),
  bad: [...one.bad, ...other.bad, ...lost],
})

const plus = (one: Sum, other: Sum): Sum => ({ files: one.files + other.files, bytes: one.bytes + other.bytes })

const mappingIn = (data: string): Promise<string | null> =>
  readFile(join(data, 'csv-mapping.json'), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })

export interface Verified {
  readonly whole: Sum
  readonly batches: number
  readonly bad: readonly Bad[]
  readonly completedAt: string | null
}

/** Reads every file of a backup and compares it with its checksum. */
export async function verifyBackup(folder: string, progress: Progress): Promise<Verified> {
  const { completedAt } = await backupAt(folder)
  const { files, records, bad: badRecords } = await inventoryOf(folder)
  const all = [...files, ...records]
  const [whole, bad]: [Kept[], Bad[]] = [[], [...badRecords]]
  for (const [index, kept] of all.entries()) {
    progress({ doing: 'Verifying', done: index, of: all.length })
    const wrong = await wrongWith(folder, kept)
    if (wrong === null) whole.push(kept)
    else bad.push({ path: kept.path, wrong })
  }
  return { whole: sumOf(whole), batches: records.length, bad, completedAt }
}
