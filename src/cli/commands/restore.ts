import { resolve } from 'node:path'
import { Command } from 'commander'
import { restoreBackup } from '../../backup/index.ts'
import { effectsOf, noteWrite } from '../log.ts'
import { type DataChoice, dataOption, withData } from '../options/data-option.ts'
import { withProgress } from '../print/progress.ts'
import { aroundBackup, complain, inBatches, sum } from './backup.ts'

const examples = `
Examples:
  plumbline restore /mnt/backup/plumbline --data /var/lib/plumbline`

export function restoreCommand(): Command {
  return new Command('restore')
    .description('Make a data folder from a backup, where there is none or an empty one.')
    .argument('<backup>', 'the folder that `plumbline backup` made')
    .addOption(dataOption())
    .addHelpText('after', examples)
    .action(restore)
}

async function restore(backup: string, { data }: DataChoice): Promise<void> {
  const [from, to] = [resolve(backup), resolve(data)]
  const { copied, there, batches, bad } = await withProgress((progress) =>
    restoreBackup(from, to, aroundBackup(progress)),
  )
  const all = { files: copied.files + there.files, bytes: copied.bytes + there.bytes }
  noteWrite(effectsOf(to), 'restore', { from, ...all, missing: bad.length })
  const { generation, missing } = await withData({ data: to }, ({ warehouse }) => warehouse.status())
  console.log(`Restored ${sum(all)} in ${inBatches(batches)} into ${to}; the warehouse is generation ${generation}.`)
  complain(bad, 'is missing in what was restored')
  if (missing.length > 0) process.exitCode = 1
}
