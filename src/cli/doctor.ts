import { Command } from 'commander'
import { missingNotes } from '../answer/index.ts'
import type { DataFolder } from '../data-folder.ts'
import type { Oddity, WarehouseStatus } from '../engine/index.ts'
import { Refusal } from '../errors/index.ts'
import type { Landing, Segment } from '../landing/index.ts'
import { type DataChoice, dataOption, withData } from './data-option.ts'
import { sizesOf } from './disk-size.ts'

const examples = `
Examples:
  plumbline doctor
  plumbline doctor --data /var/lib/plumbline`

const quarantineShown = 20

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('Say what is in the data folder, how fresh and complete it is, and what is wrong.')
    .addOption(dataOption())
    .addHelpText('after', examples)
    .action((options: DataChoice) => withData(options, examine))
}

async function examine(folder: DataFolder): Promise<void> {
  const status = await folder.warehouse.status()
  const wrong = [...(await damaged(folder.landing)), ...missingNotes(status), ...status.notices, ...behind(status)]
  say('folder', [folder.folder])
  say('on disk', await sizesOf(folder.folder))
  say('sources', sources(folder.landing.segments()))
  say('records', records(status))
  say('fresh', [freshness(status)])
  say('complete', await completeness(folder, status))
  say('odd', odd(await folder.warehouse.oddities()))
  say('wrong', wrong.length ? wrong : ['nothing'])
  if (wrong.length) process.exitCode = 1
}

function say(title: string, lines: readonly string[]): void {
  lines.forEach((line, index) => {
    console.log(`${(index ? '' : title).padEnd(10)}${line}`)
  })
}

async function damaged(landing: Landing): Promise<readonly string[]> {
  const found: string[] = []
  for (const segment of landing.segments())
    await landing.verify(segment).catch((error) => found.push(sentenceOf(error)))
  return found
}

function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) return error.message
  throw error
}

const behind = ({ pending }: WarehouseStatus): readonly string[] =>
  pending ? [`${pending} landed segments are not loaded yet. 'plumbline rebuild' loads them.`] : []

const count = new Intl.NumberFormat('en')

function sources(segments: readonly Segment[]): readonly string[] {
  const names = [...new Set(segments.map(({ source }) => source))]
  if (!names.length) return ['none yet']
  return names.map((name) => {
    const own = segments.filter(({ source }) => source === name)
    const rows = own.reduce((sum, segment) => sum + segment.rows, 0)
    return `${name}: ${count.format(rows)} rows in ${own.length} segments, the last landed ${own.at(-1)?.landedAt}`
  })
}

function records({ records }: WarehouseStatus): readonly string[] {
  const there = Object.entries(records).filter(([, number]) => number > 0)
  return there.length ? there.map(([name, number]) => `${name} ${count.format(number)}`) : ['none yet']
}

const freshness = ({ freshAt, refreshedAt, generation }: WarehouseStatus) =>
  `data of ${freshAt ?? 'no moment yet'}, loaded ${refreshedAt ?? 'never'}, generation ${generation}`

function odd(oddities: readonly Oddity[]): readonly string[] {
  const there = oddities.filter((oddity) => oddity.count > 0)
  return there.length
    ? there.map(({ title, count: times, outcome }) => `${title}: ${count.format(times)}. ${outcome}`)
    : ['nothing']
}

async function completeness({ warehouse }: DataFolder, { quarantined }: WarehouseStatus): Promise<readonly string[]> {
  if (!quarantined) return ['every landed row is in']
  const rows = await warehouse.quarantine(quarantineShown)
  const reasons = rows.map(
    ({ stream, origin, line, recordId, reason }) =>
      `  ${origin ?? stream}${line === null ? '' : ` line ${line}`}${recordId ? ` (${recordId})` : ''}: ${reason}`,
  )
  return [`${count.format(quarantined)} rows could not be read and are left out`, ...reasons]
}
