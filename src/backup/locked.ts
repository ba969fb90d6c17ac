import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Progress } from '../effects.ts'
import { Refusal, storageRefusal } from '../errors/index.ts'
import { codeOf } from './copy.ts'

/** What a backup needs of the world. */
export interface Surroundings {
  readonly now: () => Temporal.Instant
  readonly progress: Progress
  /** Owns a folder until the way out is taken. */
  readonly lock: (folder: string) => () => void
}

/** Makes the folder and works in it alone; what the disk says against it becomes a sentence. */
export async function locked<R>(folder: string, { lock }: Surroundings, work: () => Promise<R>): Promise<R> {
  let unlock = () => {}
  try {
    await made(folder)
    unlock = lock(folder)
    return await work()
  } catch (error) {
    throw asSentence(error, folder)
  } finally {
    unlock()
  }
}

/** One folder after the other: where none can be made, Node's own way of making all of them may never end. */
async function made(folder: string): Promise<void> {
  if (existsSync(folder)) return
  if (dirname(folder) !== folder) await made(dirname(folder))
  await mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') throw new Refusal('backup-unwritable', { folder })
    if (codeOf(error) !== 'EEXIST') throw error
  })
}

function asSentence(error: unknown, folder: string): unknown {
  const refusal = storageRefusal(error, folder)
  if (!(refusal instanceof Refusal)) return refusal
  switch (refusal.code) {
    case 'data-folder-busy':
      // The code tells which details it has.
      return new Refusal('backup-busy', refusal.of as Refusal<'data-folder-busy'>['of'])
    case 'disk-full':
      return new Refusal('backup-disk-full', { folder })
    case 'folder-read-only':
      return new Refusal('backup-unwritable', { folder })
    default:
      return refusal
  }
}
