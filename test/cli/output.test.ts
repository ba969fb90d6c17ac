import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../part.ts'

/** What the shell says of `plumbline ask --help`, whose output goes where the rest of the line says. */
function printing(to: string) {
  const line = `"$0" "$1" ask --help ${to}`
  return spawnSync('bash', ['-c', line, process.execPath, join(root, 'bin/plumbline.js')], { encoding: 'utf8' })
}

describe('the output of a command', () => {
  it('may be closed by its reader', () => {
    const { stdout, stderr } = printing('| true; echo $PIPESTATUS')
    expect([stdout, stderr]).toEqual(['0\n', ''])
  })

  it.skipIf(!existsSync('/dev/full'))('is told of in one sentence when it has no room (needs /dev/full)', () => {
    const { status, stderr } = printing('> /dev/full')
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^The output could not be written: ENOSPC[^\n]+\.\n$/)])
  })
})
