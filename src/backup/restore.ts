import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../errors/index.ts'
import { syncFolder } from '../landing/index.ts'
import { type Copied, copyAll } from './copy-all.ts'
import { inventoryOf } from './inventory.ts'
import { locked, type Surroundings } from './locked.ts'
import { type Marker, readMarker } from './marker.ts'
import { isEmpty, refuseInside } from './target.ts'

export interface Restored extends Copied {
  readonly batches: number
  /** When the backup was completed last; null when it never was. */
  readonly completedAt: string | null
}

/** Copies a backup into a folder where nothing is. Nothing counts there before everything is in place. */
export async function restoreBackup(backup: string, data: string, around: Surroundings): Promise<Restored> {
  const marker = await backupAt(backup)
  await refuseInside(backup, data)
  if (!(await isEmpty(data))) throw new Refusal('restore-not-empty', { folder: data })
  const inventory = await inventoryOf(backup)
  return locked(data, around, async () => {
    const beside = join(data, 'restore.part')
    await mkdir(join(beside, 'landing'), { recursive: true })
    const done = await copyAll(backup, beside, [...inventory.files, ...inventory.records], 'Restoring', around.progress)
    if (marker.mapping !== null) await writeFile(join(data, 'csv-mapping.json'), marker.mapping, { flush: true })
    await rename(join(beside, 'landing'), join(data, 'landing'))
    await syncFolder(data)
    await rm(beside, { recursive: true })
    return { ...done, batches: inventory.records.length, completedAt: marker.completedAt }
  })
}

/** Refuses what is no backup. */
export async function backupAt(folder: string): Promise<Marker> {
  const marker = await readMarker(folder)
  if (marker === null) throw new Refusal('backup-none', { folder })
  return marker
}
