import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Files, withFiles } from './files.fixture.ts'
import { type Imported, importSeen, lookAt } from './import.ts'
import { memoryLanding } from './memory-landing.fixture.ts'

/** Imports one folder of files after the other: what landed, the mapping file, and how the last was read. */
export async function imported(...imports: readonly Files[]) {
  const to = memoryLanding()
  return withFiles({}, async (folder) => {
    const proposalFile = join(folder, 'csv-mapping.json')
    const around = { landing: to.landing, known: async () => [], proposalFile, progress: () => {} }
    let last: readonly Imported['readings'][number][] = []
    for (const files of imports)
      await withFiles(files, async (here) => {
        last = (await importSeen(await lookAt([here], () => {}), { map: null, account: {} }, around)).readings
      })
    return { rows: to.rows, mapping: JSON.parse(await readFile(proposalFile, 'utf8')).files, readings: last }
  })
}
