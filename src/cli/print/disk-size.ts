import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sizeOf } from '../../data-folder.ts'

/** How large each thing in the folder is, the largest first, and all together. */
export async function sizesOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder)
  const sizes = await Promise.all(names.map(async (name) => [name, await sizeOf(join(folder, name))] as const))
  const all = sizes.reduce((sum, [, bytes]) => sum + bytes, 0)
  const lines = [...sizes].sort(([, one], [, other]) => other - one).map(([name, bytes]) => `${inWords(bytes)} ${name}`)
  return [`${inWords(all)} in all`, ...lines]
}

const megabyte = 1_000_000

export const inWords = (bytes: number) => `${(bytes / megabyte).toFixed(bytes < megabyte ? 3 : 1)} MB`
