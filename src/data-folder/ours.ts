import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../errors/index.ts'

/** What a start that was broken off early may leave, and what a disk brings with it. */
const beginnings =
  /^(lock\.(sqlite(-journal)?|owner)|server\.log(\.\d+)?|csv-mapping\.json|landing|warehouse|lost\+found)$/

const segmentName = /^[a-z_]+-[0-9a-f-]{36}\.(ndjson\.zst|parquet)$/

/** Refuses a folder that holds somebody's files and no data of ours, before anything in it is touched. */
export async function refuseForeign(folder: string): Promise<void> {
  const names = await readdir(folder).catch(notThere)
  if (names.includes('plumbline-backup.json')) throw new Refusal('data-folder-is-backup', { folder })
  const foreign = names.find((name) => !beginnings.test(name))
  if (await hasData(folder)) return
  const strange = foreign ?? (await strangeInLanding(folder))
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
  const strange = parts.find((name) => !['segments', 'files', 'batches', 'set-aside'].includes(name))
  return strange ?? files.flat().find((name) => !name.endsWith('.part'))
}

const inLanding = (folder: string, part: string) => readdir(join(folder, 'landing', part)).catch(notThere)

function notThere(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
  throw error
}
