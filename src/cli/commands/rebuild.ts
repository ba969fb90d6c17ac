import { Command } from 'commander'
import type { LoadReport } from '../../engine/index.ts'
import { effectsOf, noteWrite } from '../log.ts'
import { type DataChoice, dataOption, withData } from '../options/data-option.ts'
import { ofTheMachine, valuesTable } from '../print/values-table.ts'

const examples = `
Examples:
  plumbline rebuild
  plumbline rebuild --data /var/lib/plumbline`

export function rebuildCommand(): Command {
  return new Command('rebuild')
    .description('Make the warehouse anew from what was landed.')
    .addOption(dataOption())
    .addHelpText('after', examples)
    .action(rebuild)
}

async function rebuild(options: DataChoice): Promise<void> {
  await withData(options, async ({ warehouse }) => {
    const reports = warehouse.madeAtOpening ?? (await warehouse.rebuild())
    noteWrite(effectsOf(options.data), 'rebuild')
    const { generation } = await warehouse.status()
    console.log(loaded(reports))
    console.error(`\nThe warehouse is generation ${generation} now.`)
  })
}

/** What was loaded, a row for each kind of record. */
export function loaded(reports: readonly LoadReport[]): string {
  const counts = ['read', 'inserted', 'updated', 'unchanged', 'quarantined'] as const
  const columns = counts.map((name) => ({ name, label: name, kind: 'number' as const }))
  const sum = (of: readonly LoadReport[]) =>
    counts.map((count) => of.reduce((total, report) => total + report[count], 0))
  const streams = [...new Set(reports.map(({ stream }) => stream))]
  const rows = streams.map((name) => [name, ...sum(reports.filter(({ stream }) => stream === name))])
  return valuesTable(
    [{ name: 'stream', label: 'records', kind: 'text' }, ...columns],
    rows,
    ['total', ...sum(reports)],
    ofTheMachine,
  )
}
