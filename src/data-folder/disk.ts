import { readdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Gauge } from '../gauge.ts'

export const diskGauges = (folder: string): readonly Gauge[] => [
  {
    name: 'plumbline_disk_free_bytes',
    help: 'Room that is left on the disk of the data folder.',
    kind: 'gauge',
    value: async () => {
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    },
  },
  {
    name: 'plumbline_disk_used_bytes',
    help: 'Bytes that the data folder takes.',
    kind: 'gauge',
    value: () => sizeOf(folder),
  },
]

/** In bytes, with all that lies inside. A file that goes away meanwhile has none. */
export async function sizeOf(path: string): Promise<number> {
  const it = await stat(path).catch(notThere)
  if (!it?.isDirectory()) return it?.size ?? 0
  const names = (await readdir(path).catch(notThere)) ?? []
  const inside = await Promise.all(names.map((name) => sizeOf(join(path, name))))
  return inside.reduce((sum, bytes) => sum + bytes, 0)
}

function notThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
