import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../errors/index.ts'

/** What a start that was broken off early may leave, and what a disk brings with it. */
const beginnings =
  /^(lock\.(sqlite(-journal)?|owner)|server\.log(\.\d+)?|csv-(mapping|readings)\.json|landing|warehouse|uploads|jobs|lost\+found|\.DS_Store)$/

const segmentName = /^[a-z_]+-[0-9a-f-]{36}\.(ndjson\.zst|parquet)$/

/** Refuses a folder that holds somebody's files and no data of ours, before anything in it is touched. */
export async function refuseForeign(folder: string): Promise<void> {
  const names = await namesIn(folder)
  if (names.includes('plumbline-backup.json')) throw new Refusal('data-folder-is-backup', { folder })
  const foreign = names.find((name) => !beginnings.test(name))
  if (await hasData(folder)) return
  const strange = foreign ?? (await strangeInLanding(folder)) ?? (await strangeInWarehouse(folder))
  if (strange) throw new Refusal('data-folder-foreign', { folder, example: strange })
}

async function hasData(folder: string): Promise<boolean> {
  if (existsSync(join(folder, 'plumbline.sqlite'))) return true
  const [records, segments] = await Promise.all(['batches', 'segments'].map((part) => inLanding(folder, part)))
  return Boolean(
    records?.some((name) => /^\d{8,}\.json$/.test(name)) || segments?.some((name) => segmentName.test(name)),
  )
}

/** A folder that is called landing as well, and is not ours. */
async function strangeInLanding(folder: string): Promise<string | undefined> {
  const parts = await readdir(join(folder, 'landing')).catch(notThere)
  const files = await Promise.all(['segments', 'files', 'batches'].map((part) => inLanding(folder, part)))
  const strange = parts.find(
    (name) => !['segments', 'files', 'batches', 'set-aside', 'checkpoint.json', 'checkpoint.json.part'].includes(name),
  )
  return strange ?? files.flat().find((name) => !name.endsWith('.part'))
}

/** What a warehouse folder of ours may hold. */
const ofWarehouse = /^(generation-\d+|staging)\.duckdb(\.|$)|^(scratch|current)(\.part)?$/

const strangeInWarehouse = async (folder: string): Promise<string | undefined> =>
  (await readdir(join(folder, 'warehouse')).catch(notThere)).find((name) => !ofWarehouse.test(name))

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    // Node's errors of files have a code.
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return []
    if (code === 'ENOTDIR') throw new Refusal('data-folder-unusable', { folder, why: 'it is not a folder' })
    if (code === 'EACCES' || code === 'EPERM')
      throw new Refusal('data-folder-unusable', { folder, why: 'this user may not read it' })
    throw error
  }
}

const inLanding = (folder: string, part: string) => readdir(join(folder, 'landing', part)).catch(notThere)

function notThere(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
  throw error
}
