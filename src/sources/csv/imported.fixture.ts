import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AskedAccount } from './account-for.ts'
import { doubtsIn } from './doubts/doubts.ts'
import { type Files, withFiles } from './files.fixture.ts'
import { type Imported, importSeen, lookAt } from './import.ts'
import { memoryLanding } from './memory-landing.fixture.ts'

/** Imports one folder of files after the other: what landed, the mapping file, and how the last was read. A `csv-mapping.json` among them is what was settled before. */
export const imported = (...imports: readonly Files[]) => importing({}, imports)

async function importing(account: AskedAccount, imports: readonly Files[]) {
  const to = memoryLanding()
  return withFiles({}, async (folder) => {
    const proposalFile = join(folder, 'csv-mapping.json')
    const around = { landing: to.landing, known: async () => [], proposalFile, progress: () => {} }
    let last: Imported | null = null
    for (const { 'csv-mapping.json': settled, ...files } of imports) {
      if (settled !== undefined) await writeFile(proposalFile, settled)
      await withFiles(files, async (here) => {
        last = await importSeen(await lookAt([here], () => {}), { map: null, account }, around)
      })
    }
    const mapping = JSON.parse(await readFile(proposalFile, 'utf8')).files
    return { rows: to.rows, mapping, ...saidOf(last) }
  })
}

const saidOf = (last: Imported | null) => ({
  readings: last?.readings ?? [],
  account: last?.account,
  doubts: last ? doubtsIn(last) : [],
})

/** The sentences under "Please check" about one file, for a company whose currency is known. */
export const doubtsOf = async (text: string, name = 'deals.csv'): Promise<readonly string[]> =>
  (await importing({ currency: 'EUR' }, [{ [name]: text }])).doubts
