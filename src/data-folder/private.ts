import { chmod, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

const others = 0o077

/** A volume may belong to the system, which lets us write in it and not change its rights. */
const isOurs = (uid: number): boolean => [0, uid].includes(process.getuid?.() ?? 0)

/** Closes a folder that an older Plumbline, or somebody by hand, left open to other users of the machine. */
export async function makePrivate(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const { mode, uid } = await stat(folder)
  if ((mode & others) === 0 || !isOurs(uid)) return
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await chmod(path, 0o700)
    else if (entry.isFile()) await chmod(path, 0o600)
  }
  await chmod(folder, 0o700)
}
