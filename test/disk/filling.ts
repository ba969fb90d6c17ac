import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Takes all room of a disk but so many bytes. */
export function fill(disk: string, leave: number): void {
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(join(disk, 'filling'), Buffer.alloc(Math.max(0, bavail * bsize - leave)))
}

export const empty = (disk: string): void => rmSync(join(disk, 'filling'), { force: true })
