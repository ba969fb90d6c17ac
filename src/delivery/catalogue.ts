import { readdir } from 'node:fs/promises'
import type { Format } from './format.ts'

const folder = new URL('./formats/', import.meta.url)

async function load(file: string): Promise<Format> {
  return (await import(new URL(file, folder).href)).default
}

const files = (await readdir(folder)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))

/** Every format, by name: one file in `formats/` each. */
export const formats: ReadonlyMap<string, Format> = new Map(
  (await Promise.all(files.sort().map(load))).map((format) => [format.name, format]),
)
