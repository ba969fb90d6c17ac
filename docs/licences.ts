import { readFileSync } from 'node:fs'

/** Prints every package of the lock file under its licence. */
const lock = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')
const packages: Readonly<Record<string, { readonly version: string; readonly license?: string }>> =
  JSON.parse(lock).packages

const lines = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, { version, license }]) => `${license}\t${path.split('node_modules/').at(-1)}@${version}`)

console.log([...new Set(lines)].sort().join('\n'))
