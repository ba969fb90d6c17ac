import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Files, withFiles } from '../files.fixture.ts'
import { importSeen, lookAt } from '../import.ts'
import { imported as importedOnce } from '../imported.fixture.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { parsedMapping } from '../mapping/mapping-file.ts'
import { proposal } from '../mapping/propose.ts'
import { memoryLanding } from '../memory-landing.fixture.ts'
import { sectionsOf } from '../summary.ts'
import { readingsOf } from './column-reading.ts'

async function imported(files: Files) {
  const to = memoryLanding()
  return withFiles(files, async (folder) => {
    const [seen, proposalFile] = [await lookAt([folder], () => {}), join(folder, 'csv-mapping.json')]
    const around = { landing: to.landing, known: async () => [], proposalFile, progress: () => {} }
    const result = await importSeen(seen, { map: null, account: {} }, around)
    return { result, rows: to.rows }
  })
}

const deals = (created: readonly string[], amounts: readonly string[] = []) =>
  ['Deal ID;Stage;Created;Amount', ...created.map((day, at) => `${at};Won;${day};${amounts[at] ?? 1}`)]
    .map((line) => `${line}\n`)
    .join('')

const createdFrom = async (...days: readonly string[]) =>
  (await imported({ 'deals.csv': deals(days) })).rows('deal').map(({ created_at }) => created_at)

const amountsFrom = async (...amounts: readonly string[]) =>
  (
    await imported({
      'deals.csv': deals(
        amounts.map(() => '2024-03-01'),
        amounts,
      ),
    })
  )
    .rows('deal')
    .map(({ amount_in_currency }) => amount_in_currency)

describe('the dates of a column', () => {
  it('that prove their order rule those that could be read both ways, wherever they stand', async () => {
    expect(await createdFrom('03/04/2024', '05/06/2024', '25/12/2024')).toEqual([
      '2024-04-03',
      '2024-06-05',
      '2024-12-25',
    ])
    expect(await createdFrom('03/04/2024', '12/25/2024')).toEqual(['2024-03-04', '2024-12-25'])
  })

  it('are read in two formats where each can be read in one way only', async () => {
    expect(await createdFrom('25/12/2024', '12/26/2024', '2024-12-27', '4/4/2024', '45653')).toEqual([
      '2024-12-25',
      '2024-12-26',
      '2024-12-27',
      '2024-04-04',
      '2024-12-27',
    ])
  })

  it('are refused where two formats are proven and some could be of either', async () => {
    await expect(createdFrom('25/12/2024', '12/26/2024', '03/04/2024')).rejects.toMatchObject({
      code: 'csv-two-formats',
      message: expect.stringContaining("'Created' of deals.csv is written in two ways (25/12/2024 and 12/26/2024)"),
    })
  })

  it('are read although all of them are day numbers of a spreadsheet', async () => {
    expect(await createdFrom('45352', '45353.5')).toEqual(['2024-03-01', '2024-03-02T12:00:00Z'])
  })
})

describe('the numbers of a column', () => {
  it('that prove their sign rule those that could be read both ways', async () => {
    expect(await amountsFrom('5.250', '1.250,50')).toEqual(['5250', '1250.50'])
    expect(await amountsFrom('5.250', '12.5')).toEqual(['5.250', '12.5'])
  })

  it('are read in two ways of writing where each can be read in one way only', async () => {
    expect(await amountsFrom('1.250,50', '1,250.50', '7')).toEqual(['1250.50', '1250.50', '7'])
  })

  it('are refused where two signs are proven and some could be of either', async () => {
    await expect(amountsFrom('1.250,50', '1,250.50', '5.250')).rejects.toMatchObject({ code: 'csv-two-formats' })
  })
})

describe('the grounds of a reading', () => {
  it('are the proof in the file, although the mapping is written with what was concluded', async () => {
    const { result } = await imported({ 'deals.csv': deals(['25/12/2024', '03/04/2024'], ['1.250,50', '3.000']) })
    expect(result.readings.map(({ notes }) => notes).slice(2)).toEqual([
      ['day first: 1 can only be read so'],
      ['decimal comma: 1 can only be read so'],
    ])
  })
})

describe('a sign for nothing', () => {
  it('never loses its row, and is said', async () => {
    const { rows, result } = await imported({
      'deals.csv': deals(['?', 'N/A', 'none', '2024-03-01'], ['unknown', '-', '5', '(none)']),
    })
    expect(rows('deal').map((row) => [row.created_at, row.amount_in_currency])).toEqual([
      [null, null],
      [null, null],
      [null, '5'],
      ['2024-03-01', null],
    ])
    expect(result.readings.map(({ notes }) => notes)).toEqual([
      [],
      [],
      ["empty: '?', 'N/A', 'none'"],
      ["empty: '-', '(none)', 'unknown'"],
    ])
  })

  it('is a value where the mapping says so, and none where it says so', async () => {
    const columns = { Name: { field: 'name', empty: [] }, Reason: { field: 'closed_lost_reason', empty: ['tbd'] } }
    const mapping = parsedMapping(JSON.stringify({ files: { 'deals.csv': { records: 'deal', columns } } }), 'm.json')
    expect(mapping.files['deals.csv']?.columns).toEqual(columns)
  })
})

describe('a doubt', () => {
  const doubtful = deals(['03/04/2024', '05/06/2024', ''], ['5.250', '3', '4'])

  it('names both readings, the rows and what to write', async () => {
    const { result } = await imported({ 'deals.csv': doubtful })
    expect(sectionsOf(result).find(({ title }) => title === 'Please check')?.lines).toEqual(
      expect.arrayContaining([
        `'Created' in deals.csv has dates that can be read in two ways (2 rows): read 03/04/2024 as 3 April 2024, not 03/04/2024 as 4 March 2024. Write "Created": {"field":"created_at","dates":"day-first"} to keep it, or "Created": {"field":"created_at","dates":"month-first"}.`,
        `'Amount' in deals.csv has numbers that can be read in two ways (1 row): read 5.250 as 5,250, not 5.250 as 5.25. Write "Amount": {"field":"amount","decimal":","} to keep it, or "Amount": {"field":"amount","decimal":"."}.`,
      ]),
    )
  })

  const settledBy = async (settled: Mapping, content: string) => {
    const seen = await withFiles({ 'deals.csv': content }, (folder) => lookAt([folder], () => {}))
    return readingsOf(seen, proposal(seen, settled, null), null).find(({ header }) => header === 'Created')
  }
  const asked = (dates: 'day-first' | 'day-first?'): Mapping => ({
    files: { 'deals.csv': { records: 'deal', columns: { Created: { field: 'created_at', dates } } } },
  })

  it('stays one until it is answered', async () => {
    expect((await settledBy(asked('day-first?'), doubtful))?.doubt?.rows).toBe(2)
    expect((await settledBy(asked('day-first'), doubtful))?.doubt).toBe(null)
  })

  it('ends when a later file proves the other reading', async () => {
    const proven = deals(['03/04/2024', '05/26/2024'])
    expect(await settledBy(asked('day-first?'), proven)).toMatchObject({
      sure: 'sure',
      mapping: { dates: 'month-first' },
    })
  })
})

it('what was concluded from a neighbour is concluded anew, and no setting of the mapping', async () => {
  const text = (closed: string) => `Deal ID,Owner,Stage,Amount,Created,Closed\n1,Ann,Won,€ 5,03/04/2024,${closed}\n`
  const created = async (...files: readonly string[]) =>
    (await readAfter(files)).readings.find(({ header }) => header === 'Created')
  const readAfter = (files: readonly string[]) => importedOnce(...files.map((file) => ({ 'deals.csv': file })))
  expect(await created(text('25/04/2024'))).toMatchObject({ sure: 'likely', notes: ["day first: as in 'Closed'"] })
  expect(await created(text('25/04/2024'), text('2024-04-25'))).toMatchObject({ sure: 'doubtful' })
})
