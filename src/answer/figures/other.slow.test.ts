import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ExampleFolder, exampleFolder } from '../../../fixtures/example-folder.ts'
import { salesStages } from '../../reports/example.ts'
import { ask } from '../ask.ts'
import type { Cell, Question } from '../question/question.ts'
import { records } from '../records/records.ts'
import type { Answer, AnswerRow } from '../shapes.ts'
import { otherKey } from './other.ts'

/** Sixty types and a missing one: the higher the number, the more deals of it closed; the year before it was the other way round. */
const types = Array.from({ length: 60 }, (_, type) => type)
const deals = [2023, 2024].flatMap((year) =>
  types.flatMap((type) =>
    Array.from({ length: year === 2024 ? 1 + type : 60 - type }, (_, nth) => {
      const month = String(1 + (nth % 3)).padStart(2, '0')
      return [
        `${year} ${type} ${nth}`,
        type === 30 ? null : `Type ${type}`,
        String(10 * nth + type),
        nth % 4 === 0 ? 'lost' : 'won',
        nth % 2 === 0 ? 'ann' : 'bob',
        `${year - 1}-12-${String(1 + ((type + nth) % 28)).padStart(2, '0')}T12:00:00Z`,
        `${year}-${month}-10T12:00:00Z`,
      ]
    }),
  ),
)
/** Of its own owner each, so that more groups than are listed stand in one dimension. */
const owners = Array.from({ length: 1010 }, (_, n) => n)

let folder: ExampleFolder
beforeAll(async () => {
  folder = await exampleFolder({
    stage: salesStages,
    owner: {
      columns: ['id', 'name', 'active'],
      rows: [['ann', 'Ann', 'true'], ['bob', 'Bob', 'true'], ...owners.map((n) => [`o${n}`, `Owner ${n}`, 'true'])],
    },
    deal: {
      columns: ['id', 'type', 'amount_in_currency', 'stage_id', 'owner_id', 'created_at', 'closed_at'],
      rows: [
        ...deals,
        ...owners.map((n) => [
          `of ${n}`,
          'Big',
          String(n),
          'won',
          `o${n}`,
          '2022-01-01T12:00:00Z',
          '2022-02-01T12:00:00Z',
        ]),
      ],
    },
  })
})
afterAll(() => folder.remove())

const size = 'sales/average-deal-size'
const outcome = 'sales/deals-won-and-lost'
const answered = (id: string, question: Question) => ask(folder.asking('2024-12-31'), id, question)
const opened = (id: string, question: Question, cell: Cell) =>
  records(folder.asking('2024-12-31'), id, { question, cell, limit: 500 })

const year = { range: '2024-01-01..2024-12-31' } as const
const sum = (rows: readonly AnswerRow[], key: string, when: 'values' | 'previous' = 'values') =>
  rows.reduce((all, row) => all + (row[when]?.[key] ?? 0), 0)
const others = ({ rows }: Answer, name: 'by' | 'breakdown') => rows.filter((row) => row[name]?.key === otherKey)

describe('groups that are not listed', () => {
  const overTime = { ...year, view: 'over-time', frequency: 'monthly', by: 'type' } as const

  it.each<[string, string, Question, number]>([
    ['over time', outcome, overTime, 10],
    ['over time as parts', outcome, { ...year, view: 'over-time', by: 'none', breakdown: 'type' }, 10],
    ['as parts of groups', outcome, { ...year, by: 'owner', breakdown: 'type' }, 10],
    ['among many groups', outcome, { range: '2022-01-01..2024-12-31', by: 'owner' }, 12],
  ])('are one row %s, that makes the parts the whole', async (_name, id, question, more) => {
    const answer = await answered(id, question)
    expect(answer.moreRows + answer.moreBreakdowns).toBe(more)
    for (const key of ['won', 'lost', 'won_amount'])
      expect(sum(answer.rows, key)).toBeCloseTo(answer.total.values[key] ?? 0, 6)
  })

  it('open: the list is the figure, also of what cannot be added', async () => {
    const answer = await answered(size, overTime)
    expect(others(answer, 'by')).toHaveLength(12)
    for (const row of others(answer, 'by')) {
      const cell = { measure: 'average_size', by: otherKey, ...(row.period?.key ? { period: row.period.key } : {}) }
      const page = await opened(size, overTime, cell)
      const amounts = page.rows.map(({ values }) =>
        Number(values[page.columns.findIndex(({ path }) => path === 'amount')]),
      )
      const mean = amounts.length === 0 ? null : amounts.reduce((a, b) => a + b, 0) / amounts.length
      expect(page.figure).toEqual(row.values.average_size ?? null)
      if (mean !== null) expect(row.values.average_size).toBeCloseTo(mean, 6)
    }
  })

  it('stand last, whatever the order, and say how many they are', async () => {
    const answer = await answered(outcome, {
      range: '2022-01-01..2024-12-31',
      by: 'owner',
      sort: { column: 'won', direction: 'asc' },
    })
    expect(answer.rows.at(-1)?.by).toEqual({ key: otherKey, label: '12 others' })
    expect(others(answer, 'by')).toHaveLength(1)
  })

  it('are compared with the same groups, as many of them as are listed now', async () => {
    const question = { ...overTime, compare: 'previous-year' } as const
    const answer = await answered(outcome, question)
    expect(sum(answer.rows, 'won', 'previous')).toBe(answer.total.previous?.won)
    for (const name of ['Type 58', otherKey]) {
      const row = answer.margins.find(({ by, period }) => by?.key === name && !period)
      const page = await opened(outcome, question, { measure: 'won', by: name, previous: true })
      expect(row?.previous?.won).toBe(page.count)
      expect(page.count).toBeGreaterThan(0)
    }
  })

  it.each<[string, Question, string]>([
    ['in both', { ...overTime, by: 'id', compare: 'previous-year' }, '3,610 others'],
    ['only then', { range: '2023-01-01..2024-12-31', by: 'owner', compare: 'previous-period' }, '10 others'],
  ])('are counted once each where there are too many %s', async (_what, question, label) => {
    const answer = await answered(outcome, question)
    expect(new Set(others(answer, 'by').map(({ by }) => by?.label))).toEqual(new Set([label]))
    expect(`${answer.moreRows.toLocaleString('en-US')} others`).toBe(label)
  })

  it('are listed when a filter leaves few', async () => {
    const plain = await answered(outcome, overTime)
    const listed = new Set(plain.rows.map(({ by }) => by?.key))
    const [name = ''] = types.map((type) => `Type ${type}`).filter((type) => !listed.has(type))
    const answer = await answered(outcome, { ...overTime, filters: [{ field: 'type', is: 'any-of', values: [name] }] })
    expect(new Set(answer.rows.map(({ by }) => by?.key))).toEqual(new Set([name]))
  })

  it('are refused where all are listed', () =>
    expect(
      opened(
        outcome,
        { ...year, by: 'owner', breakdown: 'type', filters: [{ field: 'type', is: 'any-of', values: ['Type 1'] }] },
        { measure: 'won', breakdown: otherKey },
      ),
    ).rejects.toThrow('row of other groups'))

  it('are drawn as what is left', async () => {
    const { chart } = await answered(outcome, overTime)
    const last = chart.series.at(-1)
    expect([last?.label, last?.tone]).toEqual(['53 others', 'other'])
    expect(chart.series.flatMap(({ values }) => values).reduce<number>((a, b) => a + (b ?? 0), 0)).toBe(
      (await answered(outcome, year)).total.values[chart.measure],
    )
  })

  it.each([
    ['none', '52 others'],
    // Type 0 is won in the year before only.
    ['previous-year', '53 others'],
  ] as const)('are drawn as one where they cannot be added, compared with %s', async (compare, label) => {
    const { chart } = await answered(size, { ...overTime, compare })
    const kept = chart.series.slice(0, -1).map(({ key }) => key ?? '')
    const filters = [{ field: 'type', is: 'none-of', values: kept }] as const
    const apart = await answered(size, { ...overTime, by: 'none', compare, filters: [...filters] })
    const last = chart.series.at(-1)
    expect([kept.length, last?.label, last?.joins?.length]).toEqual([7, label, 44])
    expect(last?.values).toEqual(apart.rows.map(({ values }) => values.average_size))
    if (compare !== 'none') expect(last?.previous).toEqual(apart.rows.map(({ previous }) => previous?.average_size))
  })
})
