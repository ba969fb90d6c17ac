import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDataFolder } from '../src/data-folder.ts'
import { createServer } from '../src/server/index.ts'
import { type Cells, table } from './tables.ts'

const described = /^# HELP (plumbline_\S+) (.*)\n# TYPE \S+ (.*)$/gm

/** Every figure of Plumbline's own that a server over a data folder shows at /metrics. */
export async function metricsTable(): Promise<string> {
  const shown = await scraped()
  const rows = [...shown.matchAll(described)].map(
    ([, name, help, type]): Cells => [`\`${name}\``, type ?? '', help ?? ''],
  )
  return table(
    ['name', 'type', 'what it tells'],
    rows.toSorted(([one = ''], [other = '']) => one.localeCompare(other)),
  )
}

async function scraped(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-'))
  const effects = { now: () => Temporal.Now.instant(), log: () => {} }
  const app = createServer({ data: await openDataFolder(folder, effects), effects, webFolder: folder })
  try {
    return (await app.inject('/metrics')).body
  } finally {
    await app.close()
    await rm(folder, { recursive: true })
  }
}
