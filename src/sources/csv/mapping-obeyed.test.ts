import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Files, withFiles } from './files.fixture.ts'
import { importSeen, lookAt } from './import.ts'
import { memoryLanding } from './memory-landing.fixture.ts'

async function under(map: object, files: Files) {
  const to = memoryLanding()
  return withFiles(files, async (folder) => {
    const [seen, path] = [await lookAt([folder], () => {}), join(folder, 'map.json')]
    await writeFile(path, JSON.stringify({ files: map }))
    const around = { landing: to.landing, known: async () => [], proposalFile: path, progress: () => {} }
    await importSeen(seen, { map: path, account: {} }, around)
    return to.rows
  })
}

const stageRows = (rows: Awaited<ReturnType<typeof under>>) =>
  rows('stage')
    .toSorted((a, b) => Number(a.display_order) - Number(b.display_order))
    .map(({ label, probability, is_won }) => [label, probability, is_won])

describe('a mapping', () => {
  it('orders stages whose names are numbers', async () => {
    const stages = [
      ['20', 'open 15%'],
      ['10', 'open 60%'],
      ['5', 'won'],
    ]
    const columns = { ID: 'id', Phase: 'stage' }
    const rows = await under(
      { 'deals.csv': { records: 'deal', columns, stages } },
      { 'deals.csv': 'ID,Phase\n1,10\n2,20\n3,5\n' },
    )
    expect(stageRows(rows)).toEqual([
      ['20', 15, 'false'],
      ['10', 60, 'false'],
      ['5', 100, 'true'],
    ])
  })

  it('says what the stages of a history are', async () => {
    const columns = { 'Deal ID': 'record_id', When: 'changed_at', Stage: 'stage' }
    const rows = await under(
      {
        'log.csv': {
          records: 'property_change',
          columns,
          always: { entity: 'deal' },
          stages: { Go: 'open 5%', Yes: 'won' },
        },
      },
      { 'log.csv': 'Deal ID,When,Stage\n1,2024-01-01,Go\n1,2024-02-01,Yes\n' },
    )
    expect(stageRows(rows)).toEqual([
      ['Go', 5, 'false'],
      ['Yes', 100, 'true'],
    ])
  })

  it('gives every row a value, an owner, a pipeline or a stage', async () => {
    const always = {
      owner: 'Ann Lee',
      pipeline: 'Renewals',
      stage: 'Won',
      amount: '1,200.50',
      forecast_category: 'Commit',
    }
    const rows = await under(
      { 'deals.csv': { records: 'deal', columns: { ID: 'id', Closed: 'closed_at' }, always } },
      { 'deals.csv': 'ID,Closed\n1,2024-01-01\n2,2024-01-02\n' },
    )
    expect(rows('deal')[1]).toMatchObject({
      owner_id: 'ann-lee',
      pipeline_id: 'renewals',
      stage_id: 'renewals.won',
      amount_in_currency: '1200.50',
      forecast_category: 'COMMIT',
    })
  })

  it('that is of none of the files is refused', async () => {
    await expect(
      under({ 'others.csv': { records: 'deal', columns: {} } }, { 'deals.csv': 'Deal ID,Stage,Amount\n1,Won,5\n' }),
    ).rejects.toMatchObject({ code: 'csv-mapping-wrong', message: expect.stringContaining('others.csv') })
  })

  it('that most values of a column speak against is refused', async () => {
    const columns = { ID: 'id', Closed: { field: 'closed_at', dates: 'day-first' } }
    await expect(
      under({ 'deals.csv': { records: 'deal', columns } }, { 'deals.csv': 'ID,Closed\n1,03/04/2024\n2,12/25/2024\n' }),
    ).rejects.toMatchObject({ message: expect.stringContaining('values such as 12/25/2024 cannot be read so') })
  })
})

it('a column that the file has not is refused with the line that names it', async () => {
  const map = { 'deals.csv': { records: 'deal', columns: { ID: 'id', Sum: 'amount' } } }
  await expect(under(map, { 'deals.csv': 'ID,Amount\n1,5\n' })).rejects.toThrow(
    /, line 1, at deals.csv › Sum: the file has no such column/,
  )
})
