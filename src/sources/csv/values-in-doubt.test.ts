import { describe, expect, it } from 'vitest'
import { doubtsOf, imported } from './imported.fixture.ts'

const header = 'Deal ID,Deal name,Owner,Stage,Amount,Created,Close date'
const deals = (...rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`
const plain = '9,Plain,Ann Lee,Won,100,2024-01-05,2024-02-01'

describe('"Please check" names', () => {
  it.each([
    [
      'days far off',
      deals('1,Roof,Ann Lee,Won,100,0001-01-01,2024-02-01', '2,Wall,Ann Lee,Demo,100,2024-01-05,9999-12-31', plain),
      [
        `'Created' in deals.csv has days far off, such as 0001-01-01 (1 row): read as these days. Where they stand for no date, write "Created": {"field":"created_at","empty":["0001-01-01"]}.`,
        `'Close date' in deals.csv has days far off, such as 9999-12-31 (1 row): read as these days. Where they stand for no date, write "Close date": {"field":"closed_at","empty":["9999-12-31"]}.`,
      ],
    ],
    [
      'a close date in 2099',
      deals('1,Roof,Ann Lee,Demo,100,2024-01-05,31-12-2099', '2,Roof,Ann Lee,Demo,100,2024-01-05,31-12-2099'),
      [expect.stringContaining('such as 31-12-2099 (2 rows)'), 'No stage in deals.csv reads as won.'],
    ],
    [
      'what a spreadsheet writes where a formula failed',
      deals(
        '1,Roof,#NAME?,Won,100,2024-01-05,2024-02-01',
        '2,Wall,#REF!,Won,#WERT!,2024-01-05,########',
        '3,Door,#¿NOMBRE?,Won,5,2024-01-05,#N/A',
      ),
      [
        `'Owner' in deals.csv has #NAME?, #REF!, #¿NOMBRE? (3 rows), where a spreadsheet failed: read as empty. Mend the file, or write "Owner": {"field":"owner","empty":[]} to read what stands there.`,
        expect.stringContaining("'Amount' in deals.csv has #WERT! (1 row)"),
        expect.stringContaining("'Close date' in deals.csv has ########, #N/A (2 rows)"),
      ],
    ],
    [
      'letters that were lost or read in a wrong encoding',
      deals('1,Roof,JÃ¼rgen,Won,100,2024-01-05,2024-02-01', '2,B�ro,Ann,Won,100,2024-01-05,2024-02-01'),
      [expect.stringContaining('such as B�ro (1 row)'), expect.stringContaining('such as JÃ¼rgen (1 row)')],
    ],
    [
      'ids that a spreadsheet rounded',
      deals(
        '4876876000000330000,Roof,Ann,Won,100,2024-01-05,2024-02-01',
        '4876876000000340000,Wall,Ann,Won,100,2024-01-05,2024-02-01',
      ),
      [
        expect.stringContaining(
          "'Deal ID' in deals.csv has long numbers that end in zeros, such as 4876876000000330000, 4876876000000340000",
        ),
      ],
    ],
    [
      'that no column is an id or tells an owner',
      'Deal name,Stage,Amount,Created,Close date\nRoof,Won,100,2024-01-05,2024-02-01\n',
      [
        'No column of deals.csv is an id: a deal is known by its name, company and creation date, and becomes another one where these change.',
        'No column of deals.csv tells whose a deal is.',
      ],
    ],
    [
      'rows without a pipeline or a stage',
      `${header},Pipeline\n${plain},New\n2,Wall,Ann Lee,,100,2024-01-05,2024-02-01,\n3,Door,Ann Lee,Won,5,2024-01-05,2024-02-01,\n`,
      [
        "'Pipeline' in deals.csv is empty in 2 rows: their deals are in 'Sales pipeline'. Fill it in where that is wrong.",
        "'Stage' in deals.csv is empty in 1 row: their deals are in none, neither won nor lost. Fill it in where that is wrong.",
      ],
    ],
  ])('%s', async (_what, text, expected) => {
    expect(await doubtsOf(text)).toEqual(expected)
  })

  it('nothing of a property of its own that lies far off', async () => {
    expect(await doubtsOf(`${header},Born\n${plain},1954-03-01\n`)).toEqual([])
  })
})

it('refuses ids that a spreadsheet shortened', async () => {
  const text = deals('1.23457E+11,Roof,Ann,Won,100,2024-01-05,2024-02-01', '1.23457E+11,Wall,Ann,Won,5,,')
  await expect(doubtsOf(text)).rejects.toMatchObject({ code: 'csv-ids-mangled' })
  const contacts = 'Contact ID,First name,Last name,Company ID\n1,Ann,Lee,"4,5E+9"\n'
  await expect(doubtsOf(contacts, 'contacts.csv')).rejects.toMatchObject({ code: 'csv-ids-mangled' })
})

it('makes nobody of a formula that failed', async () => {
  const { rows } = await imported({ 'deals.csv': deals('1,Roof,#NAME?,Won,#REF!,2024-01-05,2024-02-01', plain) })
  expect(rows('owner').map(({ name }) => name)).toEqual(['Ann Lee'])
  expect(rows('deal')[0]).toMatchObject({ owner_id: null, amount_in_currency: null })
})

describe('flags for won and closed', () => {
  const stages = async (columns: string, ...rows: readonly string[]) => {
    const { rows: landed, doubts } = await imported({
      'opps.csv': `Opportunity ID,Name,Owner,Amount,CreatedDate,CloseDate,${columns}\n${rows.map((row, at) => `${at},Roof ${at},Ann,€ 5,2024-01-05,2024-02-01,${row}\n`).join('')}`,
    })
    const labels = new Map(landed('stage').map(({ id, label, is_won, is_closed }) => [id, [label, is_closed, is_won]]))
    return [landed('deal').map(({ stage_id }) => labels.get(stage_id ?? null)), doubts]
  }

  it('tell the end where no stage does', async () => {
    expect(await stages('IsWon,IsClosed', 'true,true', 'false,true', 'false,false')).toEqual([
      [
        ['Won', 'true', 'true'],
        ['Lost', 'true', 'false'],
        ['Open', 'false', 'false'],
      ],
      [],
    ])
  })

  it('decide where the name of the stage says something else', async () => {
    expect(await stages('StageName,Won,Closed', 'Happy end,1,1', 'Demo,0,0', 'Sleeping,0,1')).toEqual([
      [
        ['Won', 'true', 'true'],
        ['Demo', 'false', 'false'],
        ['Lost', 'true', 'false'],
      ],
      [],
    ])
  })
})
