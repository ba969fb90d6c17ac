import { readdir, realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { Refusal } from '../errors/index.ts'
import { codeOf } from './copy.ts'
import { type Marker, readMarker } from './marker.ts'

/** Refuses a folder that no backup may be made in; gives its marker when it is a backup already. */
export async function targetOf(data: string, folder: string): Promise<Marker | null> {
  await refuseInside(data, folder)
  const marker = await readMarker(folder)
  if (marker === null && !(await isEmpty(folder))) throw new Refusal('backup-foreign', { folder })
  return marker
}

/** Refuses a folder that is the other one or lies in it. */
export async function refuseInside(outer: string, folder: string): Promise<void> {
  const [from, to] = [await truePath(outer), await truePath(folder)]
  if (`${to}${sep}`.startsWith(`${from}${sep}`)) throw new Refusal('backup-inside', { folder, outer })
}

/** Also when the folder, or one above it, is not there yet. */
async function truePath(path: string): Promise<string> {
  const full = resolve(path)
  try {
    return await realpath(full)
  } catch {
    return dirname(full) === full ? full : join(await truePath(dirname(full)), basename(full))
  }
}

/** What a run that was cut off leaves before anything counts. */
const passing = /^lock\.(sqlite.*|owner)$|\.part$/

/** Whether nothing is there that somebody could miss. */
export async function isEmpty(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    if (codeOf(error) === 'ENOTDIR') throw new Refusal('folder-is-file', { folder })
    throw error
  })
  return names.every((name) => passing.test(name))
}
