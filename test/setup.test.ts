import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './part.ts'

const setup = (env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [join(root, 'bin/setup.js'), '--browser'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })

describe('setup', () => {
  it('has nothing to say and nothing to do when everything is there', () => {
    const { status, stdout, stderr } = setup()
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  it('leaves a Node that runs the product where npm scripts look first', () => {
    const { stdout } = spawnSync(join(root, 'node_modules/.bin/node'), ['-p', 'process.versions.node'], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
    expect(Number.parseInt(stdout, 10)).toBeGreaterThanOrEqual(26)
  })
})
