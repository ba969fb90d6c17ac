import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { whyNot } from '../bin/own-node.js'

/** A program that ends as the system ends one that it cannot start. */
async function ending(sentence: string): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-node-'))
  const node = join(folder, 'node')
  await writeFile(node, `#!/bin/sh\necho '${sentence}' >&2\nexit 127\n`)
  await chmod(node, 0o700)
  try {
    return whyNot(node)
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe.skipIf(process.platform === 'win32')('a Node that does not run', () => {
  it.each([
    'node: error while loading shared libraries: libatomic.so.1: cannot open shared object file: No such file or directory',
    'Error loading shared library libatomic.so.1: No such file or directory (needed by /usr/bin/node)',
  ])('names the library that is missing, and how to get it: %s', async (said) => {
    expect(await ending(said)).toBe(
      'it needs libatomic.so.1, which is missing here: install that (on Debian and Ubuntu: apt-get install libatomic1), or Node 26 or newer from https://nodejs.org',
    )
  })

  it('that fails for another reason is to be replaced', async () => {
    expect(await ending('Illegal instruction')).toBe('install Node 26 or newer from https://nodejs.org')
  })

  it('is not one that does', () => {
    expect(whyNot(process.execPath)).toBeNull()
  })
})
