import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kind } from './kind.ts'
import { Moments } from './moments.ts'
import { differsFromRebuild } from './warehouse-marks.ts'

/** What became of one kind of writing. */
export interface Outcome {
  readonly kind: string
  readonly kills: number
  readonly acknowledged: number
  readonly found: number
  readonly lost: number
  readonly doubled: number
  readonly torn: number
  /** All else that was not as it should be. */
  readonly wrong: readonly string[]
}

/** Kinds start over in a new folder, so that what is looked through stays small. */
const killsAFolder = 60

/** Kills one kind of writing many times, and looks after each kill whether all that was acknowledged is there once. */
export async function killing(kind: Kind, times: number, seed: number, folder: string): Promise<Outcome> {
  const parts: Outcome[] = []
  for (let done = 0; done < times; done += killsAFolder) {
    const own = join(folder, `${kind.name.replaceAll(' ', '-')}-${done}`)
    await mkdir(own, { recursive: true })
    parts.push(await inOneFolder(kind, Math.min(killsAFolder, times - done), seed + done, join(own, 'data')))
  }
  return sum(kind.name, parts)
}

async function inOneFolder(kind: Kind, times: number, seed: number, folder: string): Promise<Outcome> {
  await mkdir(folder)
  const moments = new Moments(kind, seed)
  const acknowledged = new Set<number>()
  const wrong: string[] = []
  let found = await kind.look(folder, 0)
  let kills = 0
  while (kills < times) {
    // Numbers of writes that were begun and lost are given again: whatever they left would show as torn or doubled.
    const victim = await kind.start(folder, Math.max(0, ...found.whole) + 1)
    await moments.next(victim)
    if (await victim.kill()) kills += 1
    for (const write of victim.acknowledged) acknowledged.add(write)
    found = await kind.look(folder, Math.max(0, ...acknowledged))
    wrong.push(...found.wrong.map((what) => `${kind.name}, kill ${kills}: ${what}`))
  }
  wrong.push(...(await differsFromRebuild(folder)).map((what) => `${kind.name}: ${what}`))
  const lost = [...acknowledged].filter((write) => !found.whole.has(write)).length
  const counts = { acknowledged: acknowledged.size, found: found.whole.size, lost }
  return { kind: kind.name, kills, ...counts, doubled: found.doubled.length, torn: found.torn.length, wrong }
}

function sum(kind: string, parts: readonly Outcome[]): Outcome {
  const total = (of: 'kills' | 'acknowledged' | 'found' | 'lost' | 'doubled' | 'torn') =>
    parts.reduce((so, part) => so + part[of], 0)
  return {
    kind,
    kills: total('kills'),
    acknowledged: total('acknowledged'),
    found: total('found'),
    lost: total('lost'),
    doubled: total('doubled'),
    torn: total('torn'),
    wrong: parts.flatMap(({ wrong }) => wrong),
  }
}
