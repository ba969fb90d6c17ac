import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Acknowledged } from '../acknowledged.ts'
import type { Kind, Victim } from '../kind.ts'
import { inLanding, landedMarks } from '../landed-marks.ts'
import { foundIn, marksOf } from '../mark.ts'
import { killed, startProcess } from '../victim.ts'

const rows = 50

/** The command, over a file of its own; a file that was not acknowledged is imported again by the next run. */
export const importCsv: Kind = {
  name: 'import csv by command',
  mostWrites: 0,
  start: runImport,
  look: (folder) =>
    inLanding(folder, async (landing) => ({ ...foundIn(await landedMarks(landing, { deal: 'name' })), wrong: [] })),
}

const fileOf = (write: number): string =>
  [
    'Record ID,Deal Name,Deal Owner,Pipeline,Deal Stage,Amount,Create Date',
    ...marksOf(write, rows).map((name, index) => `${write * rows + index},${name},Ada Bloom,Sales,Won,1000,2017-01-05`),
  ].join('\n')

async function runImport(folder: string, write: number): Promise<Victim> {
  const file = join(folder, '..', `deals-${write}.csv`)
  await writeFile(file, fileOf(write))
  const child = startProcess('../../bin/plumbline.js', 'import', 'csv', file, '--data', folder)
  const acknowledged = new Acknowledged()
  child.stdout.resume()
  child.on('close', (code) => {
    if (code === 0) acknowledged.add(write)
    acknowledged.end()
  })
  const kill = async () => {
    if (await killed(child)) return true
    if (child.exitCode !== 0) throw new Error(`the import ended with exit code ${child.exitCode}`)
    return false
  }
  const writing = Promise.resolve()
  return { acknowledged: acknowledged.writes, writing, until: (count) => acknowledged.until(count), kill }
}
