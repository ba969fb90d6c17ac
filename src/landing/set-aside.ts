import { existsSync } from 'node:fs'
import { readdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type BatchRecord, filesOf, recordFile } from './batch-record.ts'
import { makeFolder } from './files.ts'

export const asideFolder = 'set-aside'

const parts = ['segments', 'files', 'batches']

export const namedFiles = (records: readonly BatchRecord[]): readonly string[] =>
  records.flatMap((record) => [recordFile(record.number), ...filesOf(record).map(({ file }) => join(file))])

/** The files below a landing folder, as paths below it, that `named` does not have. */
export async function unnamedFiles(folder: string, named: ReadonlySet<string>): Promise<readonly string[]> {
  const found = await Promise.all(
    parts.map(async (part) => (await listed(join(folder, part))).map((n) => join(part, n))),
  )
  return found.flat().filter((file) => !named.has(file))
}

/** Moves files into a dated folder of their own: what is not known may still be somebody's only copy. */
export async function setAside(folder: string, files: readonly string[], at: Temporal.Instant): Promise<void> {
  if (files.length === 0) return
  const target = join(folder, asideFolder, at.toString({ smallestUnit: 'millisecond' }).replaceAll(':', ''))
  for (const file of files) {
    await makeFolder(join(target, dirname(file)))
    await rename(join(folder, file), join(target, file))
  }
}

/** Moves files that were set aside back into their places, once a record that names them is there again. */
export async function putBack(folder: string, named: ReadonlySet<string>): Promise<void> {
  for (const dated of await listed(join(folder, asideFolder)))
    for (const file of await unnamedFiles(join(folder, asideFolder, dated), new Set())) {
      const isWanted = named.has(file) && !file.startsWith('batches') && !existsSync(join(folder, file))
      if (isWanted) await rename(join(folder, asideFolder, dated, file), join(folder, file))
    }
}

/** How many files lie aside. */
export async function countAside(folder: string): Promise<number> {
  const entries = await readdir(join(folder, asideFolder), { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).length
}

const listed = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => [])
