import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './part.ts'

interface Locked {
  readonly version: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const text = readFileSync(join(root, 'package-lock.json'), 'utf8')
const packages: Readonly<Record<string, Locked>> = JSON.parse(text).packages
const entries = Object.entries(packages).filter(([path]) => path !== '')

/** As Node looks for it: from the folder of the package that names it, upwards. */
function lockedFor(path: string, name: string): Locked | undefined {
  const own = path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`
  if (packages[own] || path === '') return packages[own]
  return lockedFor(path.slice(0, Math.max(0, path.lastIndexOf('node_modules/') - 1)), name)
}

const platforms = ['linux', 'darwin', 'win32'].flatMap((os) => ['x64', 'arm64'].map((cpu) => ({ os, cpu })))

/** What Plumbline cannot start without, by how the packages with a binary for one platform are called. */
const binaries = {
  'the engine': /^node_modules\/@duckdb\/node-bindings-/,
  'the runtime': /^node_modules\/node-/,
  'what builds the screen': /^node_modules\/@rolldown\/binding-/,
  'the compiler': /^node_modules\/@typescript\/typescript-/,
  'the linter': /^node_modules\/@biomejs\/cli-/,
}

describe('the lock file', () => {
  it('has every optional package that any package names, whatever the platform', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !lockedFor(path, name)?.integrity),
    )
    expect(missing).toEqual([])
  })

  it.each(platforms)('has all binaries for $os on $cpu', ({ os, cpu }) => {
    const fitting = entries.filter(([, of]) => of.os?.includes(os) && of.cpu?.includes(cpu)).map(([path]) => path)
    const missing = Object.entries(binaries).filter(([, called]) => !fitting.some((path) => called.test(path)))
    expect(missing.map(([what]) => what)).toEqual([])
  })

  it('has a hash of every package', () => {
    expect(entries.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([])
  })

  it('names no host that packages come from', () => {
    expect(text).not.toContain('"resolved"')
  })

  it('has no package whose install script must run', () => {
    expect(entries.filter(([, of]) => of.hasInstallScript).map(([path]) => path)).toEqual([])
  })
})
