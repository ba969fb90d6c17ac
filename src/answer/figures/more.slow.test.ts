import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ExampleFolder, exampleFolder } from '../../../fixtures/example-folder.ts'
import { salesStages } from '../../reports/example.ts'
import { ask } from '../ask.ts'
import type { Question } from '../question/question.ts'
import { otherKey } from './other.ts'

const many = 1003
/** Deal n closes on a day of its own; each owner has one, and there are 53 names and 59 types. */
const deals = Array.from({ length: many }, (_, n) => [
  `d${n}`,
  `name ${n % 53}`,
  `type ${n % 59}`,
  `o${n}`,
  'won',
  '100',
  '2024-02-01T10:00:00Z',
  '2024-02-10T10:00:00Z',
])
const owners = Array.from({ length: many }, (_, n) => [`o${n}`, `Owner ${n}`, 'true'])

let folder: ExampleFolder
beforeAll(async () => {
  folder = await exampleFolder({
    stage: salesStages,
    owner: { columns: ['id', 'name', 'active'], rows: owners },
    deal: {
      columns: ['id', 'name', 'type', 'owner_id', 'stage_id', 'amount', 'created_at', 'closed_at'],
      rows: deals,
    },
  })
})
afterAll(() => folder.remove())

const year = { range: '2024-01-01..2024-12-31' } as const
const asked = (question: Question) =>
  ask(folder.asking('2024-12-31'), 'sales/deals-won-and-lost', { ...year, ...question })

describe('groups beyond the limit', () => {
  it('are counted, and the total counts their records', async () => {
    const { rows, moreRows, moreBreakdowns, total } = await asked({ by: 'owner' })
    expect(total.values.won).toBe(many)
    const listed = rows.filter(({ by }) => by?.key !== otherKey).length
    expect({ listed, moreRows, moreBreakdowns }).toEqual({ listed: 1000, moreRows: 3, moreBreakdowns: 0 })
    expect(rows.length).toBe(1001)
  })

  it('do not come back as groups in which nothing happened', async () => {
    const { rows } = await asked({ by: 'owner' })
    expect(rows.filter(({ values }) => values.won === 0)).toEqual([])
  })

  it.each<[string, Question, number, number]>([
    ['of a series', { view: 'over-time', frequency: 'yearly', by: 'type' }, 9, 0],
    ['of a break-down', { by: 'name', breakdown: 'type' }, 0, 9],
    ['of a break-down alone', { by: 'none', breakdown: 'type' }, 9, 0],
    ['of groups and of a break-down', { by: 'owner', breakdown: 'type' }, 3, 9],
  ])('are counted when they are %s', async (_, question, rows, breakdowns) => {
    const { moreRows, moreBreakdowns, total } = await asked(question)
    expect({ moreRows, moreBreakdowns }).toEqual({ moreRows: rows, moreBreakdowns: breakdowns })
    expect(total.values.won).toBe(many)
  })
})
