import { describe, expect, it } from 'vitest'
import { type Asked, afterImports, type Imports } from './imports.fixture.ts'

const header = 'Deal ID,Deal name,Owner,Stage,Amount,Currency,Created,Closed'
const rates = 'Currency,Rate,Valid from\nUSD,0.80,2024-01-01\nUSD,0.90,2024-02-01\n'
const files = {
  'rates.csv': rates,
  'deals-2024-01-15.csv': `${header}
1,Roof,Ann Lee,Demo,1000,USD,2024-01-10,2024-01-25
2,Wall,Ann Lee,Closed won,500,USD,2024-01-05,2024-01-12
3,Door,Bob Kok,Demo,100,EUR,2024-01-05,2024-06-01
`,
  'deals-2024-03-01.csv': `${header}
1,Roof,Ann Lee,Demo,1000,USD,2024-01-10,2024-06-25
`,
  'told.csv': `${header},Amount in company currency,Exchange rate
1,Roof,Ann Lee,Closed won,1000,USD,2024-01-10,2024-02-10,870,0.5
2,Wall,Ann Lee,Closed won,1000,USD,2024-01-10,2024-02-10,,0.85
3,Door,Ann Lee,Closed won,1000,USD,2024-01-10,2024-02-10,,
4,Gate,Ann Lee,Closed won,1000,EUR,2024-01-10,2024-02-10,,0.5
`,
}

const wonIn = async ({ answer }: Asked) => {
  const { rows, total } = await answer('sales/deals-won-and-lost', { range: '2024-01-01..2024-12-31', by: 'owner' })
  return [rows.map(({ by, values }) => [by?.label, values.won_amount]), total.values.won_amount]
}

/** What the open deals of the first and the last day of the range were worth. */
const snapshotsOf = async ({ answer }: Asked) => {
  const asked = { range: '2024-01-20..2024-02-20', frequency: 'monthly', tab: 'stage' }
  const { rows } = await answer('sales/historical-snapshots', asked)
  return rows.map(({ by, period, values }) => [period?.label, by?.label, values.amount])
}

it('keeps what an earlier month was worth when a close date moves', async () => {
  const first: Imports = [['2024-01-15', 'rates.csv', 'deals-2024-01-15.csv']]
  const then = await afterImports(files, first, snapshotsOf)
  expect(then.map(([day, , amount]) => [day, amount])).toEqual([
    ['2024-01-31', 900],
    ['2024-01-31', 400],
    ['2024-02-20', 1000],
    ['2024-02-20', 400],
  ])
  expect(await afterImports(files, [...first, ['2024-03-01', 'deals-2024-03-01.csv']], snapshotsOf)).toEqual(then)
})

it('takes another currency than before for a change, and leaves the past in the one before', async () => {
  const row = (currency: string) =>
    `${header}\n1,Roof,Ann Lee,Demo,1000,${currency},2024-01-10,2024-06-25\n2,Wall,Ann Lee,Demo,1,EUR,2024-01-10,\n`
  const both = { 'rates.csv': 'Currency,Rate,Valid from\nUSD,0.80,2024-01-01\n', 'deals-2024-01-15.csv': row('USD') }
  const moved = { ...both, 'deals-2024-03-01.csv': row('EUR'), 'deals-2024-03-02.csv': row('eur') }
  const states = ({ rows }: Asked) =>
    rows(
      "SELECT CAST(valid_from_on AS VARCHAR), CAST(amount AS DOUBLE) FROM deal_state WHERE deal_id = '1' ORDER BY ordinal",
    )
  const imports: Imports = [
    ['2024-01-15', 'rates.csv', 'deals-2024-01-15.csv'],
    ['2024-03-01', 'deals-2024-03-01.csv'],
    ['2024-03-02', 'deals-2024-03-02.csv'],
  ]
  const before = await afterImports(both, imports.slice(0, 1), states)
  expect(before.at(-1)?.[1]).toBe(800)
  expect(await afterImports(moved, imports, states)).toEqual([...before, ['2024-03-01', 1000]])
})

it('takes the amount in company currency first, then the rate of the row, then the dated rate', async () => {
  const amounts = ({ rows }: Asked) =>
    rows(
      'SELECT id, CAST(amount AS DOUBLE) FROM deal UNION ALL SELECT deal_id, CAST(amount AS DOUBLE) FROM deal_state WHERE is_closed AND valid_until IS NULL ORDER BY 1',
    )
  const told = [
    ['1', 870],
    ['2', 850],
    ['3', 900],
    ['4', 1000],
  ]
  expect(await afterImports(files, [['2024-03-01', 'rates.csv', 'told.csv']], amounts)).toEqual(
    told.flatMap((each) => [each, each]),
  )
})

it('asks, row by row, what a file with two currencies and a list of rates tells', async () => {
  expect(await afterImports(files, [['2024-03-01', 'rates.csv', 'told.csv']], wonIn)).toEqual([
    [['Ann Lee', 3620]],
    3620,
  ])
})

it.each([
  ['the only one of the deals', 'euros.csv', []],
  ['the one that no list of rates converts', 'deals-2024-01-15.csv', ['rates.csv']],
] as const)('takes for the company’s currency %s', async (_what, deals, others) => {
  const euros = { ...files, 'euros.csv': `${header}\n1,Roof,Ann,Demo,10,EUR,2024-01-10,2024-02-10\n` }
  const asked = { range: 'all-time' }
  const taken = await afterImports(euros, [['2024-01-15', deals, ...others]], ({ answer }) =>
    answer('sales/deals-won-and-lost', asked),
  )
  expect(taken.currency).toBe('EUR')
})

describe('what a row tells of its rate', () => {
  const told = (row: string, columns = 'Exchange rate'): string =>
    `${header},${columns}\n1,Roof,Ann Lee,${row}\n2,Base,Ann Lee,Demo,100,EUR,2024-01-05,2024-06-01,1${columns.includes(',') ? ',' : ''}\n`
  const rated = {
    'deals-2024-01-15.csv': told('Demo,1000,USD,2024-01-10,2024-06-25,0.8'),
    'deals-2024-02-10.csv': told('Demo,1000,USD,2024-01-10,2024-06-25,0.9'),
    'deals-2024-03-01.csv': told('Closed won,1000,USD,2024-01-10,2024-02-25,0.95'),
    'home-2024-01-15.csv': told('Demo,1000,USD,2024-01-10,2024-06-25,,800', 'Exchange rate,Amount in company currency'),
    'home-2024-02-10.csv': told('Demo,500,USD,2024-01-10,2024-06-25,,450', 'Exchange rate,Amount in company currency'),
  }
  const worth = ({ rows }: Asked) =>
    rows(
      // A state ends also where a list first shows what was there: of such only the mark differs.
      `SELECT CAST(min(valid_from_on) AS VARCHAR) AS since, CAST(amount AS DOUBLE), is_closed
      FROM deal_state WHERE deal_id = '1' GROUP BY amount, is_closed ORDER BY since`,
    )

  it('holds from the day on which the file shows it, so that last month is what it was', async () => {
    const files = Object.keys(rated).filter((name) => name.startsWith('deals'))
    const states = [
      ['2024-01-10', 800, false],
      ['2024-02-10', 900, false],
      ['2024-02-25', 950, true],
    ]
    const upTo = (many: number): Imports => files.slice(0, many).map((name) => [name.slice(6, 16), name])
    expect(await afterImports(rated, upTo(2), worth)).toEqual(states.slice(0, 2))
    expect(await afterImports(rated, upTo(3), worth)).toEqual(states)
  })

  it('is what the amount in company currency was worth that day', async () => {
    const imports: Imports = [
      ['2024-01-15', 'home-2024-01-15.csv'],
      ['2024-02-10', 'home-2024-02-10.csv'],
    ]
    expect(await afterImports(rated, imports, worth)).toEqual([
      ['2024-01-10', 800, false],
      ['2024-02-10', 450, false],
    ])
  })
})
