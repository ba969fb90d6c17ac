import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { residentDuring } from './resident.ts'
import { ownCommand } from './server.ts'

export interface Imports {
  readonly rows: number
  readonly megabytes: number
  readonly seconds: number
  readonly rowsASecond: number
  readonly peakMb: number
}

/** A file of calls from the command to the loaded data, into a new folder, in a process of its own. */
export async function measureImport(rows: number, command = ownCommand): Promise<Imports> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-import-'))
  try {
    const file = join(folder, 'calls.csv')
    await pipeline(Readable.from(calls(rows)), createWriteStream(file))
    const megabytes = Math.round((await stat(file)).size / 1e6)
    const started = performance.now()
    const peakMb = await imported(command, file, join(folder, 'data'))
    const seconds = Math.round((performance.now() - started) / 100) / 10
    return { rows, megabytes, seconds, rowsASecond: Math.round(rows / seconds), peakMb }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function imported(command: string, file: string, data: string): Promise<number> {
  const running = spawn(process.execPath, [command, 'import', 'csv', file, '--data', data], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const { peakMb } = await residentDuring(running.pid ?? 0, 0, async () => {
    const [code] = await once(running, 'exit')
    if (code !== 0) throw new Error(`the import ended with ${code}`)
  })
  return peakMb
}

const header =
  'Record ID,Call Title,Activity assigned to,Activity date,Call outcome,Call duration,Call direction,Associated Contact,Priority,Region,Score,Note\n'

/** Some 118 bytes a row: with 1.7 million rows 200 MB. */
function* calls(rows: number): Generator<string> {
  yield header
  let block = ''
  for (let row = 0; row < rows; row++) {
    block += call(row)
    if (row % 5000 < 4999) continue
    yield block
    block = ''
  }
  yield block
}

/** Values repeat as they do in a company, in an order that looks like chance and is always the same. */
function call(row: number): string {
  const chance = Math.imul(row + 1, 2_654_435_761) >>> 0
  const of = <T>(values: readonly T[], shift: number): T | undefined => values[(chance >>> shift) % values.length]
  const at = new Date(Date.UTC(2021, 0, 1) + (chance % 126_144_000) * 1000).toISOString().slice(0, 16).replace('T', ' ')
  const note = chance % 3 === 0 ? '"Asked, and said ""later"""' : ''
  return `${10_000_000 + row},Call about order ${chance % 99_991},Person ${chance % 83},${at},${of(outcomes, 3)},${chance % 3600},${of(directions, 5)},Contact ${(chance >>> 7) % 20_011},${of(priorities, 9)},${of(regions, 11)},${chance % 101},${note}\n`
}

const outcomes = ['Connected', 'No answer', 'Busy', 'Left voicemail']
const directions = ['Inbound', 'Outbound']
const priorities = ['Low', 'Medium', 'High']
const regions = ['North', 'South', 'East', 'West']
