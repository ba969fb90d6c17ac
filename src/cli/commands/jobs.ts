import { Command, Option } from 'commander'
import { refuseMissing } from '../../data-folder.ts'
import type { Column } from '../../engine/index.ts'
import { type Job, jobShape, readJobs } from '../../jobs/index.ts'
import { type DataChoice, dataOption } from '../options/data-option.ts'
import { ofTheMachine, valuesTable } from '../print/values-table.ts'

const examples = `
Examples:
  plumbline jobs
  plumbline jobs --format json --data /var/lib/plumbline`

interface Options extends DataChoice {
  readonly format: 'table' | 'json'
}

export function jobsCommand(): Command {
  return new Command('jobs')
    .description(
      'List long work, such as exports: how far it is, or what became of it. Also while a server is running.',
    )
    .addOption(new Option('--format <format>', 'how to print it').choices(['table', 'json']).default('table'))
    .addOption(dataOption())
    .addHelpText('after', examples)
    .action(listJobs)
}

async function listJobs({ data, format }: Options): Promise<void> {
  await refuseMissing(data)
  const jobs = (await readJobs(data)).toReversed()
  if (format === 'json') console.log(JSON.stringify(jobs.map((job) => jobShape.parse(job))))
  else
    console.log(
      jobs.length === 0 ? 'There is no long work here.' : valuesTable(columns, jobs.map(rowOf), null, ofTheMachine),
    )
}

const columns: readonly Column[] = [
  { name: 'begun', label: 'begun', kind: 'text' },
  { name: 'by', label: 'by', kind: 'text' },
  { name: 'title', label: 'what', kind: 'text' },
  { name: 'state', label: 'state', kind: 'text' },
  { name: 'progress', label: 'how far', kind: 'text' },
  { name: 'why', label: 'why', kind: 'text' },
]

const rowOf = ({ begunAt, by, title, state, done, of, why }: Job) => [
  begunAt,
  by,
  title,
  state,
  of === null ? String(done) : `${done} of ${of}`,
  why,
]
