import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { doubtsIn } from './doubts.ts'
import { type Files, withFiles } from './files.fixture.ts'
import { type Imported, importSeen, lookAt } from './import.ts'
import { memoryLanding } from './memory-landing.fixture.ts'

/** Imports one folder of files after the other: what landed, the mapping file, and how the last was read. */
export async function imported(...imports: readonly Files[]) {
  const to = memoryLanding()
  return withFiles({}, async (folder) => {
    const proposalFile = join(folder, 'csv-mapping.json')
    const around = { landing: to.landing, known: async () => [], proposalFile, progress: () => {} }
    let last: Imported | null = null
    for (const files of imports)
      await withFiles(files, async (here) => {
        last = await importSeen(await lookAt([here], () => {}), { map: null, account: {} }, around)
      })
    const mapping = JSON.parse(await readFile(proposalFile, 'utf8')).files
    return { rows: to.rows, mapping, ...saidOf(last) }
  })
}

const saidOf = (last: Imported | null) => ({ readings: last?.readings ?? [], doubts: last ? doubtsIn(last) : [] })

/** The sentences under "Please check" about one file. */
export const doubtsOf = async (text: string, name = 'deals.csv'): Promise<readonly string[]> =>
  (await imported({ [name]: text })).doubts
