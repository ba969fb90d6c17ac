import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bicycles, type Files, withFiles } from './files.fixture.ts'
import { importSeen, lookAt } from './import.ts'
import { type MemoryLanding, memoryLanding } from './memory-landing.fixture.ts'
import { sectionsOf } from './summary.ts'

const importing = (folder: string, to: MemoryLanding, map: string | null = null) =>
  lookAt([folder], () => {}).then((files) =>
    importSeen(
      files,
      { map, account: {} },
      {
        landing: to.landing,
        known: async () => [],
        proposalFile: join(folder, 'csv-mapping.json'),
        progress: () => {},
      },
    ),
  )

async function imported(files: Files) {
  const to = memoryLanding()
  const result = await withFiles(files, (folder) => importing(folder, to))
  return { ...to, result }
}

describe('an import', () => {
  it('lands owners in teams in regions', async () => {
    const { rows } = await imported(bicycles)
    expect(rows('owner').map(({ name, main_team_id }) => [name, main_team_id])).toEqual([
      ['Ida Berg', 'north.mona-lind'],
      ['Ole Vik', 'north.mona-lind'],
      ['Eva Holm', 'south.per-dahl'],
    ])
    expect(rows('team')).toEqual([
      { id: 'north', name: 'North', parent_id: null },
      { id: 'north.mona-lind', name: 'Mona Lind', parent_id: 'north' },
      { id: 'south', name: 'South', parent_id: null },
      { id: 'south.per-dahl', name: 'Per Dahl', parent_id: 'south' },
    ])
  })

  it('lands deals that refer to owner, company and stage, with what the list tells of their model', async () => {
    const { rows, fields } = await imported(bicycles)
    expect(rows('deal')[0]).toEqual({
      id: 'B1',
      name: 'Wheel World · B1',
      owner_id: 'ida-berg',
      company_id: 'wheel-world',
      pipeline_id: 'sales-pipeline',
      stage_id: 'sales-pipeline.won',
      created_at: '2023-01-10',
      closed_at: '2023-03-01',
      amount_in_currency: '1150',
      model: 'Tour Plus',
      range: 'Tour',
      list_price: '1200',
      _line: 2,
      _version: '2024-01-01',
    })
    expect(rows('company')).toHaveLength(3)
    expect(fields.find((field) => field.name === 'model')?.options?.map((option) => option.value)).toEqual([
      'Cargo XL',
      'City',
      'Tour Plus',
    ])
  })

  it('concludes one pipeline with its stages', async () => {
    const { rows } = await imported(bicycles)
    expect(rows('pipeline')).toEqual([
      { id: 'sales-pipeline', label: 'Sales pipeline', object: 'deal', display_order: 0 },
    ])
    const stages = rows('stage').toSorted((a, b) => Number(a.display_order) - Number(b.display_order))
    expect(stages.map(({ label, is_closed, is_won, probability }) => [label, is_closed, is_won, probability])).toEqual([
      ['Prospecting', 'false', 'false', 33],
      ['Engaging', 'false', 'false', 67],
      ['Won', 'true', 'true', 100],
      ['Lost', 'true', 'false', 0],
    ])
  })

  it('sees what each row shows: closed deals at their close date, begun where deals get their first date', async () => {
    const { rows } = await imported(bicycles)
    const seen = (deal: string, property: string) =>
      rows('property_change')
        .filter((change) => change.record_id === deal && change.property === property)
        .map(({ value, changed_at, value_before }) => [value, changed_at, value_before])
    expect(seen('B1', 'stage_id')).toEqual([['sales-pipeline.won', '2023-03-01', 'sales-pipeline.engaging']])
    expect(seen('B1', 'amount_in_currency')).toEqual([['1150', '2023-03-01', null]])
    expect(seen('B4', 'stage_id')).toEqual([['sales-pipeline.engaging', '2024-01-01T00:00:00Z', null]])
    expect(seen('B4', 'amount_in_currency')).toEqual([[null, '2024-01-01T00:00:00Z', null]])
  })

  it('says what was read, matched and concluded', async () => {
    const { result } = await imported(bicycles)
    expect(sectionsOf(result)).toEqual([
      {
        title: 'Files',
        lines: [
          'accounts.csv: 3 companies (commas, utf-8)',
          "models.csv: 3 rows that tell more about 'model' of opportunities.csv (commas, utf-8)",
          'opportunities.csv: 8 deals (commas, utf-8, dates like 2023-01-10)',
          'teams.csv: 3 owners (commas, utf-8)',
        ],
      },
      {
        title: 'Columns',
        lines: expect.arrayContaining([
          'accounts.csv: revenue → Annual revenue (12.5, 3.2); decimal point: 2 can only be read so',
          'models.csv: model → what the rows of this file tell more about (Tour Plus, City)',
          'opportunities.csv: close_date → Closes at, the date that decides "closed" (2023-03-01, 2023-02-01)',
          'teams.csv: manager → Team (Mona Lind, Per Dahl)',
        ]),
      },
      { title: 'Stages', lines: ['Prospecting (open 33%) → Engaging (open 67%) → Won (won) → Lost (lost)'] },
      {
        title: 'New properties',
        lines: ['Company: Founded (number)', 'Deal: Model (text), Range (text), List price (money)'],
      },
      {
        title: 'Matched after folding case, spaces and signs',
        lines: ["'TourPlus' was read as 'Tour Plus' of models.csv (1 row)"],
      },
      { title: 'Please check', lines: [expect.stringContaining('USD was taken')] },
    ])
  })

  it('makes owners and companies that no file lists, and says so', async () => {
    const { rows, result } = await imported({ 'opportunities.csv': bicycles['opportunities.csv'] ?? '' })
    expect(rows('company').map(({ name }) => name)).toEqual(['Wheel World', 'Pedal Power', 'Spoke & Sons'])
    expect(sectionsOf(result).find(({ title }) => title === 'Matched nothing')?.lines[0]).toBe(
      '2 owners made for a name that nothing had: Ida Berg (4 rows), Ole Vik (4 rows)',
    )
  })

  it('lands nothing the second time, and all of it under a changed mapping', async () => {
    const to = memoryLanding()
    await withFiles(bicycles, async (folder) => {
      await importing(folder, to)
      const [deals, changes] = [to.rows('deal').length, to.rows('property_change').length]
      const again = await importing(folder, to)
      expect([again.names, again.unchanged.size]).toEqual([null, 3])
      expect(to.rows('deal')).toHaveLength(deals)

      const file = join(folder, 'csv-mapping.json')
      await writeFile(file, (await readFile(file, 'utf8')).replace('"close_date": "closed_at"', '"close_date": "skip"'))
      await importing(folder, to)
      expect(to.rows('deal')).toHaveLength(deals * 2)
      expect(to.rows('deal').at(-1)).not.toHaveProperty('closed_at')
      const seen = to.rows('property_change').slice(changes)
      expect(seen.filter(({ property }) => property === 'closed_at')).toEqual([])
      expect(seen.find(({ id }) => id === 'deal:B1:stage_id:seen:2024-01-01')).toMatchObject({
        changed_at: '2023-01-10',
      })
    })
  })

  it('says when a list that was used before did not come along', async () => {
    const to = memoryLanding()
    await withFiles(bicycles, async (folder) => {
      await importing(folder, to)
      await rm(join(folder, 'models.csv'))
      expect(sectionsOf(await importing(folder, to)).at(-1)).toEqual({
        title: 'Please check',
        lines: [
          'models.csv, which tells more about the rows of opportunities.csv, was not given: import both together.',
        ],
      })
    })
  })

  it('gives rows without an id one that stays, whatever changes in them later', async () => {
    const before = await imported({
      'deals.csv': 'Deal,Company,Stage,Created\nA,Acme,New,2024-01-01\nA,Acme,New,2024-01-01\n',
    })
    const after = await imported({
      'deals.csv': 'Deal,Company,Stage,Created\nA,Acme,Won,2024-01-01\nA,Acme,New,2024-01-01\n',
    })
    const ids = before.rows('deal').map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
    expect(after.rows('deal').map(({ id }) => id)).toEqual(ids)
  })

  it('takes the status where it closes a deal, and the stage where it does not', async () => {
    const { rows } = await imported({
      'deals.csv': 'Deal ID,Deal name,Stage,Status,Value\n1,A,Offer,won,5\n2,B,Offer,open,6\n3,C,Talk,lost,7\n',
    })
    expect(rows('deal').map(({ stage_id }) => stage_id)).toEqual([
      'sales-pipeline.won',
      'sales-pipeline.offer',
      'sales-pipeline.lost',
    ])
  })

  it('asks when no file tells what it is, lands nothing, and goes on from the answer', async () => {
    const to = memoryLanding()
    await withFiles({ 'things.csv': 'thing,when\nA,2024-01-01\nB,2024-01-02\n' }, async (folder) => {
      await expect(importing(folder, to)).rejects.toMatchObject({ code: 'csv-records-unknown' })
      const file = join(folder, 'csv-mapping.json')
      expect(JSON.parse(await readFile(file, 'utf8')).files['things.csv'].records).toBe('?')
      const columns = { thing: 'name', when: 'created_at' }
      await writeFile(file, JSON.stringify({ files: { 'things.csv': { records: 'deal', columns } } }))
      await importing(folder, to)
      expect(to.rows('deal').map(({ name, created_at }) => [name, created_at])).toEqual([
        ['A', '2024-01-01'],
        ['B', '2024-01-02'],
      ])
    })
  })

  it('puts rows of a wrong length through with their line and the reason', async () => {
    const { rows } = await imported({ 'deals.csv': 'Deal ID,Stage,Amount\n1,Won,5\n2,Won\n3,Won,7\n' })
    expect(rows('deal')[1]).toEqual({
      id: null,
      _line: 3,
      _reason: 'The row has 2 cells, the header has 3.',
      _version: '2024-01-01',
    })
  })

  it('leaves what it cannot read as it was written', async () => {
    const files = {
      'deals.csv': 'Deal ID,Stage,Amount,Created\n1,Won,5,13/01/2024\n2,Won,six,14/01/2024\n3,Won,7,31/31/2024\n',
    }
    const { rows } = await imported(files)
    expect(rows('deal').map(({ amount_in_currency, created_at }) => [amount_in_currency, created_at])).toEqual([
      ['5', '2024-01-13'],
      ['six', '2024-01-14'],
      ['7', '31/31/2024'],
    ])
    expect(new Set(rows('property_change').map(({ record_id }) => record_id))).toEqual(new Set(['1']))
  })
})
