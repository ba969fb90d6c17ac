import { writeSync } from 'node:fs'

/** Heard even if the process is killed right afterwards. */
export const say = (word: string | number): void => void writeSync(1, `${word}\n`)

/** Of a writer: the folder, and the number of its first write. */
export function given(): { readonly folder: string; readonly first: number } {
  const [folder = '', first = ''] = process.argv.slice(2)
  return { folder, first: Number(first) }
}
