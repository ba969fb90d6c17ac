import { Command } from 'commander'
import { compact } from '../../compaction.ts'
import { effectsOf, noteWrite } from '../log.ts'
import { type DataChoice, dataOption, withData } from '../options/data-option.ts'

const examples = `
Examples:
  plumbline compact
  plumbline compact --data /var/lib/plumbline`

export function compactCommand(): Command {
  return new Command('compact')
    .description('Join small landed files into larger ones, as serving and importing do by themselves.')
    .addOption(dataOption())
    .addHelpText('after', examples)
    .action(compactFolder)
}

async function compactFolder(options: DataChoice): Promise<void> {
  await withData(options, async (folder) => {
    const effects = effectsOf(options.data)
    await folder.warehouse.refresh()
    const { segments, into, removed } = await compact(folder, effects, new AbortController().signal)
    noteWrite(effects, 'compact', { segments, into, removed })
    if (into === 0)
      return console.log('Nothing is to be joined: landing has no small files that lie beside one another.')
    console.log(
      `${count.format(segments)} files were joined into ${count.format(into)}. Every row is there as it was landed.`,
    )
  })
}

const count = new Intl.NumberFormat('en')
