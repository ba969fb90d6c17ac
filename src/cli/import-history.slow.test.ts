import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDataFolder } from '../data-folder.ts'
import type { Effects } from '../effects.ts'
import { withFiles } from '../sources/csv/files.fixture.ts'
import { importCsv } from './commands/import.ts'

const effects: Effects = { now: () => Temporal.Instant.from('2024-06-01T12:00:00Z'), log: () => {} }

const deals = `Deal ID,Deal name,Owner,Stage,Amount,Created,Closed
1,Roof,Ann Lee,Closed won,500,2024-01-01,2024-03-01
2,Wall,Bob Kok,Proposal,900,2024-01-02,2024-05-01
`

const changes = `Deal ID,Field,Old value,New value,Changed at,Changed by
1,Stage,Prospecting,Proposal,2024-01-10T09:00:00Z,Ann Lee
1,Stage,Proposal,Closed won,2024-03-01T09:00:00Z,Ann Lee
2,Amount,700,900,2024-02-01T09:00:00Z,Bob Kok
`

const visits = `SELECT deal_id, stage_id, CAST(entered_at AS VARCHAR), CAST(exited_at AS VARCHAR) FROM stage_visit ORDER BY deal_id, ordinal`
const amounts = `SELECT deal_id, CAST(amount AS DOUBLE), CAST(min(valid_from) AS VARCHAR) FROM deal_state WHERE deal_id = '2' GROUP BY deal_id, amount ORDER BY min(valid_from)`

/** Imports the files one after the other and answers each question. */
async function after(files: readonly string[], ...questions: readonly string[]) {
  return withFiles({ 'deals.csv': deals, 'changes.csv': changes }, async (folder) => {
    const data = join(folder, 'data')
    for (const file of files) await importCsv([join(folder, file)], { data }, effects, () => {})
    const opened = await openDataFolder(data, effects, { threads: 1 })
    const answers = []
    for (const sql of questions) answers.push((await opened.warehouse.run({ sql, values: [], columns: [] })).rows)
    await opened.close()
    return answers
  })
}

it.each([
  ['after the deals', ['deals.csv', 'changes.csv']],
  ['before the deals', ['changes.csv', 'deals.csv']],
  ['twice', ['deals.csv', 'changes.csv', 'changes.csv']],
])('a history that comes %s takes the place of what was inferred', async (_, files) => {
  expect(await after(files, visits, amounts)).toEqual([
    [
      ['1', 'sales-pipeline.prospecting', '2024-01-01 00:00:00', '2024-01-10 09:00:00'],
      ['1', 'sales-pipeline.proposal', '2024-01-10 09:00:00', '2024-03-01 09:00:00'],
      ['1', 'sales-pipeline.closed-won', '2024-03-01 09:00:00', null],
      ['2', 'sales-pipeline.proposal', '2024-01-02 00:00:00', null],
    ],
    [
      ['2', 700, '2024-01-02 00:00:00'],
      ['2', 900, '2024-02-01 09:00:00'],
    ],
  ])
})

it('an export of later changes only leaves the earlier ones standing', async () => {
  const later = 'Deal ID,Field,Old value,New value,Changed at\n1,Stage,Closed won,Proposal,2024-06-02T09:00:00Z\n'
  await withFiles({ 'deals.csv': deals, 'changes.csv': changes }, async (folder) => {
    const data = join(folder, 'data')
    await mkdir(join(folder, 'later'))
    await writeFile(join(folder, 'later', 'changes.csv'), later)
    await importCsv([folder], { data }, effects, () => {})
    const { loaded } = await importCsv([join(folder, 'later')], { data }, effects, () => {})
    expect(loaded.find(({ stream }) => stream === 'property_change')).toMatchObject({ inserted: 2, updated: 0 })
    const opened = await openDataFolder(data, effects, { threads: 1 })
    const { rows } = await opened.warehouse.run({ sql: visits, values: [], columns: [] })
    await opened.close()
    expect(rows.filter(([deal]) => deal === '1').map(([, stage]) => stage)).toEqual([
      'sales-pipeline.prospecting',
      'sales-pipeline.proposal',
      'sales-pipeline.closed-won',
      'sales-pipeline.proposal',
    ])
  })
})
