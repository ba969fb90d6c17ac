import { Command, InvalidArgumentError } from 'commander'
import { importsIn, type PastImport } from '../../sources/csv/index.ts'
import { type Turning, turnImport } from '../../taking-back.ts'
import { effectsOf, noteWrite } from '../log.ts'
import { type DataChoice, dataOption, readingData, withData } from '../options/data-option.ts'
import { withProgress } from '../print/progress.ts'
import { ofTheMachine, valuesTable } from '../print/values-table.ts'

const numberArgument = ['<number>', 'the number that `plumbline import list` shows', readNumber] as const

function readNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Write the number of an import.')
  return Number(text)
}

export function listCommand(): Command {
  return new Command('list')
    .description('List the imports of files: when, by whom, which files, how many rows.')
    .addOption(dataOption())
    .addHelpText('after', '\nExamples:\n  plumbline import list')
    .action((options: DataChoice) =>
      readingData(options, async ({ landing }) => console.log(listed(importsIn(landing.batches())))),
    )
}

export const undoCommand = (): Command =>
  turningCommand('undo', 'Take an import back: every figure is what it was without it. Nothing is deleted.')

export const redoCommand = (): Command => turningCommand('redo', 'Let an import count again that was taken back.')

function turningCommand(turning: Turning, description: string): Command {
  return new Command(turning)
    .description(description)
    .argument(...numberArgument)
    .addOption(dataOption())
    .addHelpText('after', `\nExamples:\n  plumbline import list\n  plumbline import ${turning} 4`)
    .action((number: number, options: DataChoice) => turn(number, turning, options))
}

async function turn(number: number, turning: Turning, options: DataChoice): Promise<void> {
  const effects = effectsOf(options.data)
  const turned = await withData(options, (opened) =>
    withProgress((progress) => turnImport(opened, number, turning, effects, progress)),
  )
  noteWrite(effects, `import ${turning}`, { number, files: turned.files })
  const files = turned.files.join(', ')
  const other = turning === 'undo' ? 'redo' : 'undo'
  const said = turning === 'undo' ? 'was taken back' : 'counts again'
  console.log(`Import ${number} (${files}) ${said}. 'plumbline import ${other} ${number}' turns that round.`)
}

/** The newest first. */
function listed(imports: readonly PastImport[]): string {
  if (imports.length === 0) return 'No files were imported yet.'
  const columns = ['number', 'when', 'by', 'files', 'rows', 'counts'].map((name) => ({
    name,
    label: name,
    kind: name === 'number' ? ('number' as const) : ('text' as const),
  }))
  return valuesTable(columns, imports.map(row), null, ofTheMachine)
}

const row = ({ number, at, by, files, rows, stands }: PastImport) => [
  number,
  `${at.slice(0, 16).replace('T', ' ')} UTC`,
  by ?? 'not noted',
  files.join(', '),
  rowsInWords(rows),
  stands ? 'yes' : 'taken back',
]

const count = new Intl.NumberFormat('en')

const rowsInWords = (rows: PastImport['rows']): string =>
  rows.map(({ noun, count: number }) => `${count.format(number)} ${noun}`).join(', ')
