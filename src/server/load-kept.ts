import type { DataFolder } from '../data-folder.ts'
import { Refusal } from '../errors/index.ts'

const againAfterMs = 2000

/** Loads what a reader has entered. On a full disk it is kept all the same: that is told, and it is loaded as soon as there is room. */
export async function loadKept(data: DataFolder): Promise<void> {
  try {
    await data.warehouse.refresh()
  } catch (error) {
    if (!isDiskFull(error)) throw error
    loadLater(data)
    throw new Refusal('kept-not-loaded', { folder: data.folder })
  }
}

/** Until it succeeds, or fails for another reason, such as that the folder was closed. */
function loadLater(data: DataFolder): void {
  setTimeout(
    () => data.warehouse.refresh().catch((error) => isDiskFull(error) && loadLater(data)),
    againAfterMs,
  ).unref()
}

const isDiskFull = (error: unknown): boolean => error instanceof Refusal && error.code === 'disk-full'
