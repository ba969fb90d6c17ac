import { describe, expect, it } from 'vitest'
import { type Asked, afterImports, type Imports } from './imports.fixture.ts'

const year = '2024-01-01..2024-12-31'

const header = 'Deal ID,Deal name,Owner,Stage,Amount,Created,Closed\n'
const files = {
  'deals.csv': `${header}1,Roof,Ann Lee,Closed won,1000,2024-01-10,2024-02-10
2,Wall,Ann Lee,Demo,900,2024-01-12,2024-06-01
3,Door,Bob Kok,Lead,500,2024-01-20,2024-06-01
`,
  'closed.csv': `${header}1,Roof,Ann Lee,Closed won,1000,2024-01-10,2024-02-10
4,Gate,Bob Kok,Closed lost,400,2024-01-15,2024-03-20
`,
  'won.csv': `${header}2,Wall,Ann Lee,Closed won,3000,2024-01-12,2024-04-05\n`,
  'log.csv': `Deal ID,Field,Old value,New value,Changed at
2,Stage,,Lead,2024-01-12T09:00:00Z
2,Stage,Lead,Demo,2024-02-01T09:00:00Z
2,Amount,700,900,2024-02-02T09:00:00Z
`,
  'later log.csv': `Deal ID,Field,Old value,New value,Changed at
2,Stage,Demo,Contract,2024-03-01T09:00:00Z
2,Stage,Contract,Closed won,2024-04-05T15:00:00Z
2,Amount,900,3000,2024-03-02T09:00:00Z
`,
}

const visits = (deal: string) =>
  `SELECT stage_id, CAST(entered_on AS VARCHAR), CAST(exited_on AS VARCHAR) FROM stage_visit WHERE deal_id = '${deal}' ORDER BY ordinal`

/** Won and lost in the year as the two reports know them: by the deals of today, and by their history. */
async function wonAndLost({ answer }: Asked) {
  const byRow = await answer('sales/deals-won-and-lost', { range: year, by: 'none' })
  const bars = (await answer('sales/deal-pipeline-waterfall', { range: year })).rows
  const bar = (name: string) => bars.find(({ by }) => by?.key === name)?.values.amount ?? 0
  return {
    rows: [byRow.total.values.won_amount, byRow.total.values.lost_amount],
    history: [bar('WON'), bar('LOST')],
  }
}

async function agreeing(asked: Asked) {
  const { rows, history } = await wonAndLost(asked)
  expect(history).toEqual(rows)
  return rows
}

describe('rows that come over time', () => {
  it('of closed deals only leave the past of the others as it was', async () => {
    const before = await afterImports(files, [['2024-05-01', 'deals.csv']], ({ rows }) => rows(visits('1')))
    expect(before).toEqual([
      ['sales-pipeline.lead', '2024-01-10', '2024-02-10'],
      ['sales-pipeline.closed-won', '2024-02-10', null],
    ])
    const imports: Imports = [
      ['2024-05-01', 'deals.csv'],
      ['2024-06-01', 'closed.csv'],
    ]
    await afterImports(files, imports, async (asked) => {
      expect(await asked.rows(visits('1'))).toEqual(before)
      expect(await asked.rows(visits('4'))).toEqual([
        ['sales-pipeline.lead', '2024-01-15', '2024-03-20'],
        ['sales-pipeline.closed-lost', '2024-03-20', null],
      ])
      expect(await agreeing(asked)).toEqual([1000, 400])
    })
  })

  it('leave the stages of the pipeline in their order', async () => {
    const order = 'SELECT label FROM stage ORDER BY display_order, id'
    const imports: Imports = [
      ['2024-05-01', 'deals.csv'],
      ['2024-06-01', 'closed.csv'],
    ]
    const labels = (await afterImports(files, imports, ({ rows }) => rows(order))).map(([label]) => label)
    expect(labels).toEqual(['Lead', 'Demo', 'Closed won', 'Closed lost'])
  })

  it('of closed deals alone were won and lost on their close dates, from a stage that nobody knows', async () => {
    const imports: Imports = [['2024-06-01', 'closed.csv']]
    await afterImports(files, imports, async (asked) => {
      expect(await agreeing(asked)).toEqual([1000, 400])
      const changes = await asked.rows(
        "SELECT kind, CAST(changed_on AS VARCHAR) FROM deal_change WHERE deal_id = '4' ORDER BY changed_at",
      )
      expect(changes).toEqual([
        ['CREATED', '2024-01-15'],
        ['LOST', '2024-03-20'],
      ])
    })
  })

  it.each<readonly [string, Imports]>([
    [
      'after a log that ends earlier',
      [
        ['2024-03-01', 'deals.csv', 'log.csv'],
        ['2024-05-01', 'won.csv'],
      ],
    ],
    [
      'after a log alone',
      [
        ['2024-03-01', 'log.csv'],
        ['2024-05-01', 'deals.csv'],
        ['2024-06-01', 'won.csv'],
      ],
    ],
    [
      'before a log that tells what happened',
      [
        ['2024-03-01', 'deals.csv', 'log.csv'],
        ['2024-05-01', 'won.csv', 'later log.csv'],
      ],
    ],
    [
      'without a log',
      [
        ['2024-03-01', 'deals.csv'],
        ['2024-05-01', 'won.csv'],
      ],
    ],
  ])('are events: a deal that a newer row shows as won is won in every report, %s', async (_, imports) => {
    const [won] = await afterImports(files, imports, agreeing)
    expect(won).toBe(imports.some(([, ...names]) => names.includes('deals.csv')) ? 4000 : 3000)
  })

  it('are dated by the close date, marked as inferred, and give way to a log', async () => {
    const first: Imports = [
      ['2024-03-01', 'deals.csv', 'log.csv'],
      ['2024-05-01', 'won.csv'],
    ]
    expect(await afterImports(files, first, ({ rows }) => rows(visits('2')))).toEqual([
      ['sales-pipeline.lead', '2024-01-12', '2024-02-01'],
      ['sales-pipeline.demo', '2024-02-01', '2024-04-05'],
      ['sales-pipeline.closed-won', '2024-04-05', null],
    ])
    const then: Imports = [...first, ['2024-06-01', 'later log.csv']]
    expect(await afterImports(files, then, ({ rows }) => rows(visits('2')))).toEqual([
      ['sales-pipeline.lead', '2024-01-12', '2024-02-01'],
      ['sales-pipeline.demo', '2024-02-01', '2024-03-01'],
      ['sales-pipeline.contract', '2024-03-01', '2024-04-05'],
      ['sales-pipeline.closed-won', '2024-04-05', null],
    ])
  })
})
