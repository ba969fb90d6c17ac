import { join } from 'node:path'
import type { Progress } from '../effects.ts'
import { clearWay } from '../landing/index.ts'
import { copyKept, wrongWith } from './copy.ts'
import { inventoryOf } from './inventory.ts'
import type { Bad, Kept } from './kept.ts'
import { locked, type Surroundings } from './locked.ts'
import { backupAt } from './restore.ts'

/** Every kept file and record of a data folder that is not as it was written. */
export async function badIn(data: string, progress: Progress): Promise<readonly Bad[]> {
  const { files, bad } = await inventoryOf(data)
  return [...bad, ...(await wrongAmong(data, files, progress)).map(({ path, wrong }) => ({ path, wrong }))]
}

async function wrongAmong(folder: string, files: readonly Kept[], progress: Progress) {
  const found: (Kept & Bad)[] = []
  for (const [index, kept] of files.entries()) {
    progress({ doing: 'Verifying', done: index, of: files.length })
    const wrong = await wrongWith(folder, kept)
    if (wrong !== null) found.push({ ...kept, wrong })
  }
  return found.some(isMissing) ? stillNamed(folder, found) : found
}

const isMissing = ({ wrong }: Bad): boolean => wrong === 'missing'

/** What is joined into another meanwhile, or taken back, is rightly gone. */
async function stillNamed(folder: string, found: readonly (Kept & Bad)[]) {
  const named = new Set((await inventoryOf(folder)).files.map(({ path }) => path))
  return found.filter((one) => !isMissing(one) || named.has(one.path))
}

/** Puts files and records right that a backup has whole; gives their paths. What a file has to be is proven by its checksum. */
export async function mendFrom(backup: string, data: string, around: Surroundings): Promise<readonly string[]> {
  await backupAt(backup)
  return locked(data, around, async () => {
    const records = await mendRecords(backup, data)
    const wrong = await wrongAmong(data, (await inventoryOf(data)).files, around.progress)
    return [...records, ...(await copied(backup, data, wrong))]
  })
}

/** A record has its checksum in itself alone, so the backup must be seen to be of these data: the others are equal. */
async function mendRecords(backup: string, data: string): Promise<readonly string[]> {
  const [ours, theirs] = [await inventoryOf(data), await inventoryOf(backup)]
  const known = new Map(theirs.records.map((record) => [record.path, record]))
  const common = ours.records.filter(({ path }) => known.has(path))
  const same = common.length > 0 && common.every(({ path, sha256 }) => known.get(path)?.sha256 === sha256)
  if (!same) return []
  return copied(
    backup,
    data,
    ours.bad.flatMap(({ path }) => known.get(path) ?? []),
  )
}

async function copied(backup: string, data: string, wanted: readonly Kept[]): Promise<readonly string[]> {
  const done: string[] = []
  for (const kept of wanted) {
    if ((await wrongWith(backup, kept)) !== null) continue
    await clearWay(join(data, kept.path))
    if ((await copyKept(backup, data, kept)) === null) done.push(kept.path)
  }
  return done
}
