import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { withFiles } from './files.fixture.ts'
import { importSeen, lookAt } from './import.ts'
import { keepReadings, readReadings } from './kept-readings.ts'
import { memoryLanding } from './memory-landing.fixture.ts'

const deals = 'Deal ID;Stage;Created;Amount\n1;Won;03/04/2024;5\n'
const people = 'Full name,Email\nAnn Lee,ann@acme.example\n'

it('the readings of all files are kept, with what of the last import is to be checked', async () => {
  await withFiles({ 'a/deals.csv': deals, 'b/people.csv': people }, async (folder) => {
    const path = join(folder, 'csv-readings.json')
    for (const part of ['a', 'b', 'a']) {
      const [seen, { landing }] = [await lookAt([join(folder, part)], () => {}), memoryLanding()]
      const around = { landing, known: async () => [], proposalFile: join(folder, 'map.json'), progress: () => {} }
      await keepReadings(path, await importSeen(seen, { map: null, account: {} }, around), '2024-06-01T12:00:00Z')
    }
    const kept = await readReadings(path, () => true)
    expect(kept?.columns.map(({ file, header, sure }) => `${file} ${header} ${sure}`)).toEqual([
      'people.csv Full name sure',
      'people.csv Email sure',
      'deals.csv Deal ID sure',
      'deals.csv Stage sure',
      'deals.csv Created doubtful',
      'deals.csv Amount sure',
    ])
    expect(kept?.check.join('\n')).toContain("'Created' in deals.csv has dates that can be read in two ways (1 row)")
    await writeFile(path, 'half of i')
    expect(await readReadings(path, () => true)).toBe(null)
  })
})
