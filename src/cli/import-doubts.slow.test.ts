import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ask, localViewer } from '../answer/index.ts'
import { openDataFolder, readDataFolder } from '../data-folder.ts'
import type { Effects } from '../effects.ts'
import { withFiles } from '../sources/csv/files.fixture.ts'
import { turnImport } from '../taking-back.ts'
import { importCsv } from './commands/import.ts'

const effects: Effects = { now: () => Temporal.Instant.from('2024-06-01T12:00:00Z'), log: () => {} }

const deals = `Deal ID,Deal name,Owner,Stage,Amount,Created,Closed
1,Roof,Ann,Won,100,2024-01-05,03/04/2024
1,Roof,Ann,Won,100,2024-01-05,03/04/2024
`

async function saidBeside(data: string): Promise<readonly string[]> {
  const { warehouse, close } = await readDataFolder(data, effects)
  try {
    const asking = { warehouse, moment: warehouse.moment(), now: effects.now, viewer: localViewer }
    const question = { range: 'all-time' }
    return (await ask(asking, 'sales/deals-won-and-lost', question)).completeness.notes
  } finally {
    await close()
  }
}

it('is said beside each figure what was doubted of its rows, until it is settled', async () => {
  await withFiles({ 'deals.csv': deals, 'people.csv': 'Sales agent,Email\nAnn,ann@example.com\n' }, async (folder) => {
    const data = join(folder, 'data')
    const importing = (file: string) => importCsv([join(folder, file)], { data }, effects, () => {})
    await importing('deals.csv')
    await importing('people.csv')
    const ids = "1 of the rows of deals.csv share their 'Deal ID' with another row: the last of each counts."
    expect(await saidBeside(data)).toEqual([
      expect.stringContaining('dates that can be read in two ways (2 rows)'),
      ids,
    ])
    await writeFile(join(folder, 'deals.csv'), deals.replaceAll('03/04', '13/04'))
    await importing('deals.csv')
    expect(await saidBeside(data)).toEqual([ids])
  })
})

it('is settled under whatever name the same file comes, until that import is taken back', async () => {
  await withFiles({ 'deals.csv': deals }, async (folder) => {
    const data = join(folder, 'data')
    await importCsv([join(folder, 'deals.csv')], { data }, effects, () => {})
    const before = await saidBeside(data)
    expect(before).toHaveLength(2)
    await writeFile(join(folder, 'settled.csv'), deals)
    const settled = { records: 'deal', columns: { Closed: { field: 'closed_at', dates: 'day-first' } } }
    await writeFile(join(folder, 'map.json'), JSON.stringify({ files: { 'settled.csv': settled } }))
    await importCsv([join(folder, 'settled.csv')], { data, map: join(folder, 'map.json') }, effects, () => {})
    expect(await saidBeside(data)).toEqual([
      "1 of the rows of settled.csv share their 'Deal ID' with another row: the last of each counts.",
    ])
    const opened = await openDataFolder(data, effects)
    await turnImport(opened, 2, 'undo', effects, () => {})
    await opened.close()
    expect(await saidBeside(data)).toEqual(before)
  })
})
