import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { ended, temporaryFolder } from '../cli/plumbline.ts'
import { noMounts, onSmallDisk } from './mounts.ts'

interface Tried {
  readonly at: string
  readonly outcomes: readonly string[]
}

const folder = await temporaryFolder()
afterAll(() => folder[Symbol.asyncDispose]())

const file = fileURLToPath(new URL('./full.ts', import.meta.url))
const whole = { read: true, missing: 0, unnamed: 0, strays: [] }
const all = ['land', 'settings', 'refresh', 'rebuild']

it.skipIf(noMounts)(
  `refuses to write to a full disk, whatever step it fills up at, reads on, and has all again with room${noMounts ? ` (${noMounts})` : ''}`,
  async () => {
    const { code, stdout, stderr } = await ended(onSmallDisk(folder.path, 64, [process.execPath, file, folder.path]))
    expect(code, stderr).toBe(0)
    const { results, reopened } = JSON.parse(stdout)
    expect(results).toEqual(results.map(({ at, outcomes }: Tried) => ({ at, outcomes, ...whole })))
    const outcomes = results.flatMap((each: Tried) => each.outcomes)
    expect(outcomes.filter((each: string) => !/: (done|disk-full)$/.test(each))).toEqual([])
    expect(outcomes).toEqual(expect.arrayContaining(all.map((name) => `${name}: disk-full`)))
    expect(reopened).toBeGreaterThan(0)
  },
  300_000,
)
