import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ExampleFolder, exampleFolder } from '../../fixtures/example-folder.ts'
import { salesStages } from '../reports/example.ts'
import { ask } from './ask.ts'
import type { Question } from './question/question.ts'
import { records } from './records/records.ts'

/** Two won deals in two months, two without a close date, and one of a year that no calendar has. */
const deals = [
  ['1', 'ann', 'won', '2024-01-10T12:00:00Z'],
  ['2', 'ann', 'won', '2024-03-10T12:00:00Z'],
  ['3', 'ann', 'won', null],
  ['4', 'bob', 'won', null],
  ['5', 'bob', 'won', '0204-03-10T12:00:00Z'],
]

let folder: ExampleFolder
beforeAll(async () => {
  folder = await exampleFolder({
    owner: {
      columns: ['id', 'name', 'active'],
      rows: [
        ['ann', 'Ann', 'true'],
        ['bob', 'Bob', 'true'],
      ],
    },
    stage: salesStages,
    deal: { columns: ['id', 'owner_id', 'stage_id', 'closed_at'], rows: deals },
  })
})
afterAll(() => folder.remove())

const id = 'sales/deals-won-and-lost'
const asking = () => folder.asking('2024-04-10')
const allTime = { range: 'all-time', view: 'over-time', frequency: 'monthly' } as const

describe('all time', () => {
  it('counts what has no date, in total and for each', async () => {
    const { total, rows } = await ask(asking(), id, { range: 'all-time' })
    expect(total.values.won).toBe(5)
    expect(rows.map(({ by, values }) => [by?.key, values.won])).toEqual([
      ['ann', 3],
      ['bob', 2],
    ])
  })

  it('has a last row "No date" over time, so that the parts are the whole', async () => {
    const { rows, total, chart } = await ask(asking(), id, allTime)
    expect(rows.map(({ period, values }) => [period, values.won])).toEqual([
      [{ key: '2024-01-01', label: '2024-01-01' }, 1],
      [{ key: '2024-02-01', label: '2024-02-01' }, 0],
      [{ key: '2024-03-01', label: '2024-03-01' }, 1],
      [{ key: null, label: 'No date' }, 3],
    ])
    expect(total.values.won).toBe(5)
    expect(chart.categories.at(-1)).toMatchObject({ key: null, label: 'No date' })
  })

  it.each<[string, Question, object, readonly string[]]>([
    ['that row', allTime, { period: null }, ['3', '4', '5']],
    ['that row of a group', { ...allTime, by: 'owner' }, { period: null, by: 'bob' }, ['4', '5']],
    ['a month', allTime, { period: '2024-03-01' }, ['2']],
    ['the total', allTime, {}, ['1', '2', '3', '4', '5']],
  ])('opens %s', async (_what, question, cell, expected) => {
    const page = await records(asking(), id, { question, cell: { measure: 'won', ...cell } })
    expect([page.figure, page.rows.map((row) => row.id).sort()]).toEqual([expected.length, expected])
    expect(page.leftOut.map(({ reason }) => reason)).not.toContain('undated')
  })

  it('is the only range with such a row: elsewhere they are left out, with their number', async () => {
    const question = { ...allTime, range: '2024-01-01..2024-12-31' } as const
    const page = await records(asking(), id, { question, cell: { measure: 'won' } })
    expect(page.leftOut).toContainEqual({ reason: 'undated', label: 'Has no close date, at any time', count: 3 })
    await expect(records(asking(), id, { question, cell: { measure: 'won', period: null } })).rejects.toThrow(
      'without a date',
    )
  })
})
