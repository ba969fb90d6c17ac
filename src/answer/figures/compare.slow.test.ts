import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ExampleFolder, exampleFolder } from '../../../fixtures/example-folder.ts'
import { ask } from '../ask.ts'
import type { Question } from '../question/question.ts'
import { records } from '../records/records.ts'
import type { AnswerRow } from '../shapes.ts'

/** So many deals of an owner, created on a day. */
const created = [
  ['2023-12-31', 'ann', 64],
  ['2024-01-31', 'ann', 1],
  ['2024-02-10', 'ann', 2],
  ['2024-02-29', 'cas', 4],
  ['2024-03-05', 'ann', 8],
  ['2024-03-20', 'bob', 16],
  ['2024-04-20', 'bob', 32],
] as const

let folder: ExampleFolder
beforeAll(async () => {
  folder = await exampleFolder({
    owner: {
      columns: ['id', 'name', 'active'],
      rows: ['ann', 'bob', 'cas'].map((id) => [id, id, 'true']),
    },
    deal: {
      columns: ['id', 'owner_id', 'created_at'],
      rows: created.flatMap(([day, owner, many]) =>
        Array.from({ length: many }, (_, nth) => [`${day} ${nth}`, owner, `${day}T12:00:00Z`]),
      ),
    },
  })
})
afterAll(() => folder.remove())

const report = 'sales/deals-created'
const asked = (question: Question) =>
  ask(folder.asking('2024-12-31'), report, {
    view: 'over-time',
    frequency: 'monthly',
    compare: 'previous-period',
    ...question,
  })
const deals = ({ period, earlier, values, previous }: AnswerRow) => [
  period?.key,
  values.created,
  earlier,
  previous?.created,
]

describe('a comparison over time', () => {
  it.each<[string, Question, readonly (readonly unknown[])[]]>([
    [
      'a month beside the whole month before',
      { range: '2024-04-01..2024-04-30' },
      [['2024-04-01', 32, '2024-03-01', 24]],
    ],
    [
      'not beside what is left of two months ago',
      { range: '2024-03-01..2024-03-31' },
      [['2024-03-01', 24, '2024-02-01', 6]],
    ],
    [
      'a part beside the same part',
      { range: '2024-04-10..2024-05-07' },
      [
        ['2024-04-01', 32, '2024-03-01', 16],
        ['2024-05-01', 0, '2024-04-01', 0],
      ],
    ],
    [
      'a quarter month by month',
      { range: '2024-04-01..2024-06-30' },
      [
        ['2024-04-01', 32, '2024-01-01', 1],
        ['2024-05-01', 0, '2024-02-01', 6],
        ['2024-06-01', 0, '2024-03-01', 24],
      ],
    ],
    [
      'a day that was not before a leap year, and one that is not after it',
      { range: '2025-02-27..2025-03-01', frequency: 'daily', compare: 'previous-year' },
      [
        ['2024-02-29', null, '2024-02-29', 4],
        ['2025-02-27', 0, '2024-02-27', 0],
        ['2025-02-28', 0, '2024-02-28', 0],
        ['2025-03-01', 0, '2024-03-01', 0],
      ],
    ],
  ])('has %s', async (_what, question, expected) => {
    const { rows, total } = await asked(question)
    expect(rows.map(deals)).toEqual(expected)
    expect(rows.reduce((sum, { previous }) => sum + (previous?.created ?? 0), 0)).toBe(total.previous?.created)
  })

  it('shows who had something then and has nothing now, and adds up', async () => {
    const { rows, margins, total } = await asked({ range: '2024-03-01..2024-03-31', by: 'owner' })
    const then = Object.fromEntries(rows.map(({ by, previous }) => [by?.key, previous?.created]))
    expect(then).toEqual({ ann: 2, bob: 0, cas: 4 })
    expect(total.previous?.created).toBe(6)
    expect(margins.find(({ by, period }) => by?.key === 'cas' && !period)?.previous?.created).toBe(4)
  })

  it.each<[string, Question]>([
    ['the month before', { range: '2024-03-01..2024-03-31' }],
    ['the year before, day by day', { range: '2025-02-27..2025-03-01', frequency: 'daily', compare: 'previous-year' }],
    [
      'the weeks of the year before',
      { range: '2025-01-15..2025-04-20', frequency: 'weekly', compare: 'previous-year' },
    ],
    ['groups', { range: '2024-03-01..2024-05-31', by: 'owner' }],
  ])('opens what it says of %s', async (_what, question) => {
    const { rows, question: settled, total } = await asked(question)
    expect(total.previous?.created).toBeGreaterThan(0)
    expect(rows.reduce((sum, { previous }) => sum + (previous?.created ?? 0), 0)).toBe(total.previous?.created)
    for (const { by, period, previous } of rows.filter(({ previous }) => typeof previous?.created === 'number')) {
      const cell = {
        measure: 'created',
        previous: true,
        ...(period?.key ? { period: period.key } : {}),
        ...(by ? { by: by.key } : {}),
      }
      const page = await records(folder.asking('2024-12-31'), report, { question: settled, cell })
      expect([cell, page.count]).toEqual([cell, previous?.created])
    }
  })

  it('puts the days just before beside a range in total', async () => {
    const { compareRange } = await asked({ range: '2024-03-01..2024-03-31', view: 'totals' })
    expect(compareRange).toMatchObject({ from: '2024-01-30', until: '2024-03-01' })
  })
})

describe('what has not begun', () => {
  const april = (id: string, question: Question) => ask(folder.asking('2024-04-10'), id, question)

  it('has no change at the top, for it is no less than what was', async () => {
    const question = { range: '2024-06-01..2024-06-30', compare: 'previous-year' } as const
    const { today, headline } = await april(report, question)
    expect([today, ...new Set(headline.map(({ change }) => change))]).toEqual(['2024-04-10', null])
  })

  it('is no moment: it has its own last day, and nothing is known of it', async () => {
    const question = { range: '2024-03-01..2024-06-30', frequency: 'monthly', compare: 'previous-period' } as const
    const { margins, chart } = await april('sales/historical-snapshots', question)
    const moments = margins.filter(({ period, breakdown }) => period && !breakdown)
    expect(moments.map(({ period, values }) => [period?.label, values.deals])).toEqual([
      ['2024-03-31', 95],
      ['2024-04-10', 95],
      ['2024-05-31', null],
      ['2024-06-30', null],
    ])
    expect(chart.series[0]?.values).toEqual([95, 95, null, null])
  })

  it('is not in the line at the top, nor is a part of a month', async () => {
    const question = { view: 'over-time', frequency: 'monthly', range: '2023-12-31..2024-06-30' } as const
    const { headline } = await april(report, question)
    expect(headline[0]?.spark).toEqual([1, 6, 24])
  })
})

it.each<[string, Question, string]>([
  ['alone', {}, 'column'],
  ['split', { by: 'owner' }, 'stacked-column'],
  ['split, as asked', { by: 'owner', chart: 'column' }, 'column'],
])('a count over time is drawn so that it can be read: %s', async (_what, question, type) => {
  const time = { range: '2024-03-01..2024-05-31', view: 'over-time' } as const
  const { chart } = await ask(folder.asking('2024-12-31'), 'sales/deals-won-and-lost', { ...time, ...question })
  expect(chart.type).toBe(type)
})
