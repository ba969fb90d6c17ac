import { spawnSync } from 'node:child_process'
import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { again } from './again.ts'
import { temporaryFolder } from './cli/plumbline.ts'
import { root } from './part.ts'

const folder = await temporaryFolder()
afterAll(() => folder[Symbol.asyncDispose]())

const config = `export default { test: {
  reporters: ['dot', ${JSON.stringify(join(root, 'test/again.ts'))}],
  projects: [{ test: { name: 'laws', include: ['*.test.ts'] } }],
} }`

/** Its name has in it what a shell and a pattern would take for something else. */
const broken = `import { describe, it } from 'vitest'
import { fc } from ${JSON.stringify(join(root, 'fixtures/seeded.ts'))}
describe('a law (of $5)', () => {
  it("doesn't hold > ever", () => fc.assert(fc.property(fc.bigInt({ min: 0n, max: 2n ** 90n }), (n) => n % 3n === 1n)))
  it('holds', () => {})
})`

await symlink(join(root, 'node_modules'), join(folder.path, 'node_modules'))
await writeFile(join(folder.path, 'vitest.config.js'), config)
await writeFile(join(folder.path, 'broken.test.ts'), broken)
await writeFile(join(folder.path, 'unloadable.test.ts'), `throw new Error('not today')`)

function run(command: string, seed: string | undefined) {
  const env = { ...process.env, PLUMBLINE_SEED: seed, NO_COLOR: '1', VITEST: undefined }
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder.path, env, encoding: 'utf8' })
  const output = stdout + stderr
  const lines = output.split('\n').filter((line) => line.startsWith('PLUMBLINE_SEED='))
  return { status, lines, output, counterexample: /Counterexample: .*/.exec(output)?.[0] }
}

describe('a run that fails', () => {
  const first = run('npx vitest run', '20261126')

  it('ends with a line for each failure that can be given to a shell', () => {
    expect(first.lines.toSorted()).toEqual([
      String.raw`PLUMBLINE_SEED=20261126 npx vitest run --project laws broken.test.ts -t '^a law \(of \$5\) doesn'\''t hold > ever$'`,
      'PLUMBLINE_SEED=20261126 npx vitest run --project laws unloadable.test.ts',
    ])
  })

  it('fails again by that line, by the same example, and runs nothing else', () => {
    const line = first.lines.find((line) => line.includes('broken')) ?? ''
    const second = run(line, undefined)
    expect(second.output).toContain('1 failed | 1 skipped')
    expect(first.counterexample).toBeDefined()
    expect(second.counterexample).toBe(first.counterexample)
    expect(second.lines).toEqual([line])
  })
})

it('is the whole file where no test of it failed', () => {
  expect(again('5', { project: 'slow', file: 'test/x.test.ts', name: null })).toBe(
    'PLUMBLINE_SEED=5 npx vitest run --project slow test/x.test.ts',
  )
})
