import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { badIn, mendFrom, wrongWords } from '../../backup/index.ts'
import type { DataFolder } from '../../data-folder.ts'
import type { Progress } from '../../effects.ts'
import { Refusal } from '../../errors/index.ts'
import { forgetCheckpoint, readRecord, recordFolder, recordNumbers } from '../../landing/index.ts'
import { effectsOf, noteWrite } from '../log.ts'
import { type DataChoice, dataOption, withData } from '../options/data-option.ts'
import { withProgress } from '../print/progress.ts'
import { aroundBackup } from './backup.ts'
import { remakeRecord } from './remake.ts'

type Options = DataChoice & { readonly from?: string }

const examples = `
Examples:
  plumbline repair --from /mnt/backup/plumbline
  plumbline repair --data /var/lib/plumbline`

export function repairCommand(): Command {
  return new Command('repair')
    .description('Put damaged or missing landed files right: from a backup, or from the originals that were kept.')
    .option('--from <backup>', 'a folder that `plumbline backup` made')
    .addOption(dataOption())
    .addHelpText('after', examples)
    .action(repair)
}

async function repair(options: Options): Promise<void> {
  const data = resolve(options.data)
  if (!existsSync(data)) throw new Refusal('data-folder-missing', { folder: data })
  const before = await withProgress((progress) => badIn(data, progress))
  if (options.from !== undefined) await fromBackup(resolve(options.from), data)
  // So that every record is read, and made again where it is not whole.
  if (before.some(({ path }) => isRecord(path))) await forgetCheckpoint(data)
  await withData(options, (folder) => fromOriginals(folder, before.length))
}

const isRecord = (path: string): boolean => path.startsWith(join('landing', recordFolder))

async function fromBackup(backup: string, data: string): Promise<void> {
  const mended = await withProgress((progress) => mendFrom(backup, data, aroundBackup(progress)))
  noteWrite(effectsOf(data), 'repair', { from: backup, files: mended })
  for (const path of mended) console.log(`${path}: put back from the backup.`)
}

async function fromOriginals(folder: DataFolder, damaged: number): Promise<void> {
  const found = await withProgress((progress) => remakeAll(folder, progress))
  const files = remadeIn(found)
  noteWrite(effectsOf(folder.folder), 'repair', { from: 'originals', files, left: found.size - files.length })
  for (const [path, why] of found) {
    if (why === null) console.log(`${path}: made again from the original, byte for byte as it was.`)
    else console.error(`${path} cannot be repaired: ${why}.`)
  }
  await folder.warehouse.refresh()
  const { missing } = await folder.warehouse.status()
  if (damaged === 0 && missing.length === 0) console.log('Nothing is damaged: every landed file is as it was written.')
  if (missing.length > 0 || [...found.values()].some((why) => why !== null)) process.exitCode = 1
}

const remadeIn = (found: ReadonlyMap<string, string | null>) =>
  [...found].filter(([, why]) => why === null).map(([path]) => path)

async function remakeAll(folder: DataFolder, progress: Progress): Promise<ReadonlyMap<string, string | null>> {
  const bad = new Map((await badIn(folder.folder, progress)).map((one) => [one.path.replace(/^landing\//, ''), one]))
  const found = new Map<string, string | null>()
  for (const number of await recordNumbers(folder.landing.folder)) {
    const record = await readRecord(folder.landing.folder, number)
    if (record === null) continue
    for (const [file, why] of await remakeRecord(folder, record, new Set(bad.keys()), progress)) found.set(file, why)
  }
  for (const [file, { wrong }] of bad) if (!found.has(file)) found.set(file, `it ${wrongWords[wrong]}, ${elsewhere}`)
  return found
}

const elsewhere = "and only a backup has it: 'plumbline repair --from BACKUP'"
