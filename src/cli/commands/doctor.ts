import { Command } from 'commander'
import { missingNotes } from '../../answer/index.ts'
import { type Examined, examineDataFolder } from '../../data-folder.ts'
import type { Oddity, Warehouse, WarehouseStatus } from '../../engine/index.ts'
import { Refusal } from '../../errors/index.ts'
import { type Landing, readRecord, recordFile, recordNumbers, type Segment } from '../../landing/index.ts'
import { importsIn } from '../../sources/csv/index.ts'
import { sayIn } from '../../words/index.ts'
import { type DataChoice, dataOption, quiet } from '../options/data-option.ts'
import { sizesOf } from '../print/disk-size.ts'

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
    .action(examine)
}

/** Reads, and writes nothing: a folder that is ill is not made worse. */
async function examine({ data }: DataChoice): Promise<void> {
  const folder = await examineDataFolder(data, quiet)
  try {
    const wrong = [...(await examineLanding(folder)), ...(await examineWarehouse(folder.warehouse))]
    print('wrong', wrong.length ? wrong : ['nothing'])
    if (wrong.length) process.exitCode = 1
  } finally {
    await folder.close()
  }
}

/** Says what was landed; gives what is wrong with it. */
async function examineLanding({ folder, landing }: Examined): Promise<readonly string[]> {
  print('folder', [folder])
  print('on disk', await sizesOf(folder))
  print('sources', sources(landing.segments()))
  print('undone', takenBack(landing))
  const records = await damagedRecords(landing)
  return [...landing.notices, ...records, ...(await damaged(landing)), ...(await damagedOriginals(landing))]
}

/** Says what is loaded; gives what is wrong with it. */
async function examineWarehouse(warehouse: Warehouse | Refusal): Promise<readonly string[]> {
  if (warehouse instanceof Refusal) return [warehouse.message]
  const status = await warehouse.status()
  print('records', records(status))
  print('fresh', [freshness(status)])
  print('complete', await completeness(warehouse, status))
  print('odd', odd(await warehouse.oddities()))
  print('doubtful', status.doubts)
  return [...missingNotes(sayIn('en'), status), ...status.notices, ...behind(status)]
}

/** Those before the checkpoint, which opening does not read. */
async function damagedRecords({ folder, notices }: Landing): Promise<readonly string[]> {
  const found: string[] = []
  for (const number of await recordNumbers(folder)) {
    const file = recordFile(number)
    if ((await readRecord(folder, number)) === null && !notices.some((notice) => notice.includes(file)))
      found.push(new Refusal('record-damaged', { file }).message)
  }
  return found
}

function print(title: string, lines: readonly string[]): void {
  lines.forEach((line, index) => {
    console.log(`${(index ? '' : title).padEnd(10)}${line}`)
  })
}

async function damaged(landing: Landing): Promise<readonly string[]> {
  const found: string[] = []
  for (const segment of [...landing.segments(), ...landing.resting()])
    await landing.verify(segment).catch((error) => found.push(sentenceOf(error)))
  return found
}

async function damagedOriginals(landing: Landing): Promise<readonly string[]> {
  const found: string[] = []
  for (const original of landing.originals())
    await landing.verifyOriginal(original).catch((error) => found.push(sentenceOf(error)))
  return found
}

function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) return error.message
  throw error
}

const behind = ({ pending }: WarehouseStatus): readonly string[] =>
  pending ? [`${pending} landed segments are not loaded yet. 'plumbline rebuild' loads them.`] : []

/** Nothing is said where nothing was taken back. */
const takenBack = (landing: Landing): readonly string[] =>
  importsIn(landing.batches())
    .filter(({ stands }) => !stands)
    .map(({ number, at, files }) => `import ${number} of ${at}, kept and in no figure: ${files.join(', ')}`)

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

async function completeness(warehouse: Warehouse, { quarantined }: WarehouseStatus): Promise<readonly string[]> {
  if (!quarantined) return ['every landed row is in']
  const rows = await warehouse.quarantine(quarantineShown)
  const reasons = rows.map(
    ({ stream, origin, line, recordId, reason }) =>
      `  ${origin ?? stream}${line === null ? '' : ` line ${line}`}${recordId ? ` (${recordId})` : ''}: ${reason}`,
  )
  return [`${count.format(quarantined)} rows could not be read and are left out`, ...reasons]
}
