import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { type Bad, makeBackup, type Sum, verifyBackup, wrongWords } from '../../backup/index.ts'
import { lockForWriting } from '../../data-folder.ts'
import type { Progress } from '../../effects.ts'
import { Refusal } from '../../errors/index.ts'
import { effectsOf, noteWrite } from '../log.ts'
import { type DataChoice, dataOption, quiet } from '../options/data-option.ts'
import { inWords } from '../print/disk-size.ts'
import { withProgress } from '../print/progress.ts'

type Options = DataChoice & { readonly verify?: true }

const examples = `
Examples:
  plumbline backup /mnt/backup/plumbline
  plumbline backup /mnt/backup/plumbline --data /var/lib/plumbline
  plumbline backup /mnt/backup/plumbline --verify`

export function backupCommand(): Command {
  return new Command('backup')
    .description('Copy what is new into a backup, also while a server serves, and verify all of it.')
    .argument('<folder>', 'the backup: a folder on another disk; made when it is not there')
    .option('--verify', 'copy nothing; read an existing backup and compare it with its checksums')
    .addOption(dataOption())
    .addHelpText('after', examples)
    .action((folder: string, options: Options) => (options.verify ? verify(folder) : backUp(folder, options)))
}

async function backUp(folder: string, { data }: Options): Promise<void> {
  const [from, to] = [resolve(data), resolve(folder)]
  if (!existsSync(from)) throw new Refusal('data-folder-missing', { folder: from })
  const { copied, there, batches, bad } = await withProgress((progress) => makeBackup(from, to, aroundBackup(progress)))
  noteWrite(effectsOf(from), 'backup', { into: to, files: copied.files, bytes: copied.bytes, damaged: bad.length })
  console.log(`Backed up ${sum(copied)} into ${to}; ${sum(there)} were there. It holds ${inBatches(batches)}.`)
  complain(bad, 'is in neither the data folder nor the backup as it was written')
}

async function verify(folder: string): Promise<void> {
  const to = resolve(folder)
  const { whole, batches, bad, completedAt } = await withProgress((progress) => verifyBackup(to, progress))
  const made = completedAt === null ? 'never completed' : `completed last at ${completedAt}`
  console.log(`The backup ${to} has ${sum(whole)} as they were written, in ${inBatches(batches)}, ${made}.`)
  complain(bad, "has to come from another backup, or from the data folder by 'plumbline backup'")
}

export const aroundBackup = (progress: Progress) => ({
  now: quiet.now,
  progress,
  lock: (folder: string) => lockForWriting(folder, quiet),
})

export const sum = ({ files, bytes }: Sum): string => `${files} ${files === 1 ? 'file' : 'files'} (${inWords(bytes)})`

export const inBatches = (number: number): string => (number === 1 ? '1 batch' : `${number} batches`)

/** What is not whole, a line each; then it did not work. */
export function complain(bad: readonly Bad[], what: string): void {
  for (const { path, wrong } of bad) console.error(`${path} ${wrongWords[wrong]}, and ${what}.`)
  if (bad.length > 0) process.exitCode = 1
}
