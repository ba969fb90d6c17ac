import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { openDataFolder } from '../data-folder.ts'
import { firstPull, landDeals, secondPull } from './pulls.fixture.ts'
import { everything, inTemporaryFolder, tickingEffects } from './temporary.fixture.ts'

/** Each place where a run can be cut off: the step, and how often it is passed before. */
const places = [
  ['written', 1],
  ['written', 2],
  ['settled', 1],
  ['settled', 2],
  ['filled', 1],
  ['recording', 1],
  ['in place', 1],
  ['recorded', 1],
  ['staged', 1],
  ['merging', 1],
  ['merged', 1],
  ['built', 1],
  ['pointed', 1],
  ['swapped', 1],
] as const

const child = new URL('./killed-run.fixture.ts', import.meta.url).pathname

let undisturbed: unknown
beforeAll(async () => {
  undisturbed = await inTemporaryFolder((folder) => pullAndLoad(folder, [firstPull, secondPull]))
})

it.each(places)('comes to the same state when it is killed at %s, time %i, and run again', async (step, nth) => {
  await inTemporaryFolder(async (folder) => {
    await pullAndLoad(folder, [firstPull])
    expect(await killedRun(folder, step, nth)).toBe('SIGKILL')
    expect(await pullAndLoad(folder, [secondPull])).toEqual(undisturbed)
  })
})

it('refuses a second process as long as the first one lives', () =>
  inTemporaryFolder(async (folder) => {
    const owner = spawn(process.execPath, [child, folder, 'none'], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(owner.stdout, 'data')
    await expect(openDataFolder(folder, tickingEffects())).rejects.toMatchObject({
      code: 'data-folder-busy',
      of: { owner: expect.stringContaining(`process ${owner.pid}`) },
    })
    owner.kill('SIGKILL')
    await once(owner, 'exit')
    await (await openDataFolder(folder, tickingEffects())).close()
  }))

async function killedRun(folder: string, step: string, nth: number): Promise<string | null> {
  const run = spawn(process.execPath, [child, folder, step, String(nth)], { stdio: 'ignore' })
  const [, signal] = await once(run, 'exit')
  return signal
}

/** Tables, segments and files after loading the pulls. */
async function pullAndLoad(folder: string, pulls: readonly (typeof firstPull)[]) {
  const data = await openDataFolder(folder, tickingEffects(), { threads: 1 })
  for (const pull of pulls) await landDeals(data, pull)
  await data.warehouse.refresh()
  const segments = data.landing.segments().map(({ seq, stream, rows, sha256 }) => ({ seq, stream, rows, sha256 }))
  const status = await data.warehouse.status()
  const tables = await everything(data)
  await data.close()
  const files = (await readdir(join(folder, 'landing', 'segments'))).length
  const generations = (await readdir(join(folder, 'warehouse'))).filter((name) => name.endsWith('.duckdb')).length
  return { segments, tables, files, generations, pending: status.pending, cursor: pulls.at(-1)?.cursor }
}
