import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Makes a folder beside its place and moves it there when it is whole.
 * Of two that make the same at once, the second finds it made and leaves it.
 */
export async function madeBeside(
  place: string,
  isMade: () => boolean,
  make: (folder: string) => Promise<void>,
): Promise<void> {
  mkdirSync(dirname(place), { recursive: true })
  const folder = mkdtempSync(join(dirname(place), `${basename(place)}-`))
  try {
    await make(folder)
    if (!isMade()) move(folder, place, isMade)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A folder cannot be moved onto another, which steps aside; between the two steps, others may have come first. */
function move(folder: string, place: string, isMade: () => boolean): void {
  const former = `${folder}.former`
  try {
    if (existsSync(place)) renameSync(place, former)
    renameSync(folder, place)
  } catch (error) {
    if (!isMade()) throw error
  } finally {
    rmSync(former, { recursive: true, force: true })
  }
}
