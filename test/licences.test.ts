import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './part.ts'

/** Licences that let a product under Apache-2.0 be given away with what they cover; another one is a decision. */
const allowed = new Set([
  'Apache-2.0',
  'MIT',
  'MPL-2.0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'OFL-1.1',
  'CC0-1.0',
  'Zlib',
  'Unlicense',
])

const packages: Readonly<Record<string, { readonly license?: string }>> = JSON.parse(
  readFileSync(join(root, 'package-lock.json'), 'utf8'),
).packages

/** Of `A OR B` one is enough; `A AND B` needs both. */
const isAllowed = (license: string) =>
  license
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((each) => allowed.has(each)))

describe('licences', () => {
  it('are ones that the product may be given away with, for every package', () => {
    const others = Object.entries(packages).filter(([, { license }]) => !license || !isAllowed(license))
    expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([])
  })

  it.each(['GPL-3.0', 'MIT AND GPL-3.0', 'SEE LICENSE IN LICENSE.md'])('are not such as %s', (license) => {
    expect(isAllowed(license)).toBe(false)
  })
})
