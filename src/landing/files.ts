import { chmod, type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

async function synced(path: string, mode: string): Promise<void> {
  const handle: FileHandle = await open(path, mode)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export const syncFile = (path: string): Promise<void> => synced(path, 'r+')
/** A rename is lasting only when its folder is on disk too. */
export const syncFolder = (path: string): Promise<void> => synced(path, 'r')

/** Makes a finished `.part` file appear under its name, for good and for its owner alone: a copy has its original's rights. */
export async function settle(part: string, path: string): Promise<void> {
  await chmod(part, 0o600)
  await syncFile(part)
  await rename(part, path)
  await syncFolder(dirname(path))
}

export const makeFolder = (path: string): Promise<unknown> => mkdir(path, { recursive: true })
export const remove = (path: string): Promise<void> => rm(path, { force: true, recursive: true })

/** A folder that stands in the place of a file is moved out of its way. */
export async function clearWay(path: string): Promise<void> {
  const there = await stat(path).catch(() => null)
  if (there?.isDirectory()) await rename(path, `${path}.damaged`)
}
