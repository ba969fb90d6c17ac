import { Command } from 'commander'
import { terminalAsk } from '../import-question.ts'
import { effectsOf, noteWrite } from '../log.ts'
import { dataOption } from '../options/data-option.ts'
import { readCurrency, readTimeZone } from '../options/setting-options.ts'
import { printedImport } from '../print/import-print.ts'
import { withProgress } from '../print/progress.ts'
import { type ImportOptions, importCsv } from './import.ts'
import { listCommand, redoCommand, undoCommand } from './past-imports.ts'

const examples = `
Examples:
  plumbline import csv exports/
  plumbline import csv deals.csv owners.csv --time-zone Europe/Amsterdam --currency EUR
  plumbline import csv exports/ --map my-mapping.json --data /var/lib/plumbline`

export function importCommand(): Command {
  return new Command('import')
    .description('Bring in your own data, and take it back.')
    .addCommand(csvCommand())
    .addCommand(listCommand())
    .addCommand(undoCommand())
    .addCommand(redoCommand())
}

function csvCommand(): Command {
  return new Command('csv')
    .description('Import CSV files as they are; what was imported before is recognised.')
    .argument('<files...>', 'files, or folders of them')
    .option('--map <file>', 'a mapping of your own instead of the proposed one')
    .option('--time-zone <zone>', 'whose days all days are; only with the first import', readTimeZone)
    .option('--currency <code>', 'what amounts are in; only with the first import', readCurrency)
    .addOption(dataOption())
    .addHelpText('after', examples)
    .action(importFiles)
}

async function importFiles(files: readonly string[], options: ImportOptions): Promise<void> {
  const effects = effectsOf(options.data)
  const result = await withProgress((progress, quietly) =>
    importCsv(files, options, effects, progress, terminalAsk(quietly)),
  )
  noteWrite(effects, 'import', { files, rows: result.loaded.reduce((sum, { read }) => sum + read, 0) })
  console.log(printedImport(result))
}
