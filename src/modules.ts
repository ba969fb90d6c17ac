import { readdirSync } from 'node:fs'
import { extname } from 'node:path'

/** TypeScript in a checkout, JavaScript in a package. */
const ending = extname(import.meta.filename)

/** The modules of a folder by name, in the order of their names. Tests, examples and fixtures have a dot in theirs, and are none. */
export const modulesIn = (folder: URL): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .filter((name) => !name.includes('.'))
    .sort()

/** What a module exports as its default. */
export async function defaultOf(folder: URL, name: string): Promise<unknown> {
  const address = new URL(`${name}${ending}`, folder).href
  const { default: value } = await import(address)
  return value
}
