import { afterAll, describe, expect, it } from 'vitest'
import { type ExampleFolder, exampleFolder } from '../../../fixtures/example-folder.ts'
import { ask, type Question } from '../../answer/index.ts'
import { table } from '../example.ts'
import { threeMonths } from './quota-attainment.example.ts'

const folders: ExampleFolder[] = []
afterAll(() => Promise.all(folders.map((folder) => folder.remove())))

async function asker(given: Parameters<typeof exampleFolder>[0]) {
  const folder = await exampleFolder(given)
  folders.push(folder)
  return (question: Question) =>
    ask(folder.asking('2024-04-10'), 'sales/quota-attainment', { range: '2024-01-01..2024-03-31', ...question })
}

const shown = ({ rows, total }: Awaited<ReturnType<typeof ask>>) =>
  [...rows, { by: { label: 'Total' }, period: null, values: total.values }].map(({ by, period, values }) => [
    (by ?? period)?.label,
    values.actual,
    values.goal,
    typeof values.attainment === 'number' ? Math.round(values.attainment * 10) / 10 : null,
  ])

describe('quota attainment over three months', async () => {
  const answered = await asker(threeMonths)

  it('runs on towards the whole goal', async () => {
    const answer = await answered({ view: 'over-time', frequency: 'monthly', settings: { progress: 'cumulative' } })
    expect(shown(answer)).toEqual([
      ['2024-01-01', 4000, 5000, 80],
      ['2024-02-01', 12000, 11000, 109.1],
      ['2024-03-01', 15000, 17000, 88.2],
      ['Total', 15000, 17000, 88.2],
    ])
    expect(answer.chart.reference).toEqual({ label: 'Goal, all', value: 17000 })
  })

  it('says in every answer which level of goals the total is made from', async () => {
    const { notes } = await answered({ by: 'team' })
    expect(notes).toEqual([expect.stringContaining('The goal in the total is that of the highest team that has one')])
  })

  it('counts a goal by the share of its days', async () => {
    const answer = await answered({ range: '2024-01-31..2024-02-10', by: 'none' })
    expect(answer.total.values.goal).toBeCloseTo(5000 / 31 + (6000 * 10) / 29, 6)
  })

  it('has the same attainment while what it is made of is hidden', async () => {
    const cumulative = { view: 'over-time', frequency: 'monthly', settings: { progress: 'cumulative' } } as const
    const { rows } = await answered({ ...cumulative, measures: ['attainment'] })
    expect(rows.map(({ values }) => Math.round(values.attainment ?? 0))).toEqual([80, 109, 88])
  })

  it('runs on through months without a sale, before as now', async () => {
    const cumulative = { view: 'over-time', frequency: 'monthly', settings: { progress: 'cumulative' } } as const
    const { rows } = await answered({ ...cumulative, range: '2024-04-01..2024-06-30', compare: 'previous-period' })
    expect(rows.map(({ values }) => values.actual)).toEqual([7000, 7000, 7000])
    expect(rows.map(({ previous }) => previous?.actual)).toEqual([4000, 12000, 15000])
  })

  it('filters goals by what goals have and deals by what deals have', async () => {
    const where = (field: string, is: 'greater-than' | 'less-than', value: string) =>
      answered({ by: 'none', filters: [{ field, is, values: [value] }] })
    const totals = async (...of: Parameters<typeof where>) => {
      const { actual, goal } = (await where(...of)).total.values
      return [actual, goal]
    }
    expect(await totals('deal.amount', 'greater-than', '999999')).toEqual([0, 17000])
    expect(await totals('amount', 'greater-than', '999999')).toEqual([0, 17000])
    expect(await totals('goal.amount', 'less-than', '6000')).toEqual([15000, 5000])
  })

  it('is shown over time grouped by close date', async () => {
    const { question, rows } = await answered({ by: 'closed_on', frequency: 'monthly' })
    expect([question.view, question.by, rows.map(({ values }) => values.goal)]).toEqual([
      'over-time',
      'none',
      [5000, 6000, 6000],
    ])
  })

  it('has no attainment without a goal', async () => {
    const answer = await answered({ range: '2023-01-01..2023-12-31' })
    expect(shown(answer).at(-1)).toEqual(['Total', 0, null, null])
  })
})

describe('a goal of a team', async () => {
  const answered = await asker({
    ...threeMonths,
    pipeline: table`
      id    | label
      sales | Sales
    `,
    goal: table`
      id | owner_id | team_id | pipeline_id | starts_on  | ends_on    | amount
      1  | ann      |         |             | 2024-01-01 | 2024-01-31 | 3100
      2  | bob      |         | sales       | 2024-01-01 | 2024-01-31 | 3100
      3  | cas      |         |             | 2024-01-01 | 2024-01-31 | 1000
      4  |          | north   |             | 2024-01-01 | 2024-01-10 | 500
    `,
  })
  const january = '2024-01-01..2024-01-31'

  it('counts in place of those of its members, on its days', async () => {
    expect(shown(await answered({ range: january, by: 'team' }))).toEqual([
      ['North', 4000, 500 + 2 * 2100, 85.1],
      ['South', 0, 1000, 0],
      ['Total', 4000, 5700, 70.2],
    ])
  })

  it('leaves to each member their own goal, and the difference to nobody', async () => {
    expect(shown(await answered({ range: january, by: 'owner' }))).toEqual([
      ['Ann', 4000, 3100, 129],
      ['Bob', 0, 3100, 0],
      ['Cas', 0, 1000, 0],
      ['Unassigned', 0, -1500, 0],
      ['Total', 4000, 5700, 70.2],
    ])
  })

  it('takes nothing back from a pipeline that it is not for', async () => {
    expect((await answered({ range: january, by: 'team', pipeline: 'sales' })).total.values.goal).toBe(3100)
  })
})

describe('goals of teams above one another', async () => {
  const given = {
    team: table`
      id    | name  | parent_id
      all   | All   |
      north | North | all
      south | South | all
    `,
    owner: table`
      id  | name | active | main_team_id
      ann | Ann  | true   | north
      cas | Cas  | true   | south
    `,
    goal: table`
      id | owner_id | team_id | pipeline_id | starts_on  | ends_on    | amount
      1  | ann      |         |             | 2024-01-01 | 2024-01-31 | 3100
      2  | cas      |         |             | 2024-01-01 | 2024-01-31 | 1000
      3  |          | north   |             | 2024-01-01 | 2024-01-31 | 4000
      4  |          | all     |             | 2024-01-01 | 2024-01-31 | 6000
    `,
  }
  const answered = await asker(given)
  const ofPipeline = await asker({
    ...given,
    pipeline: table`
      id    | label
      sales | Sales
    `,
    goal: table`
      id | owner_id | team_id | pipeline_id | starts_on  | ends_on    | amount
      1  | ann      |         |             | 2024-01-01 | 2024-01-31 | 3100
      2  |          | north   | sales       | 2024-01-01 | 2024-01-31 | 500
    `,
  })
  const inCircle = await asker({
    ...given,
    team: table`
      id    | name  | parent_id
      all   | All   | north
      north | North | all
      south | South |
    `,
  })
  const january = '2024-01-01..2024-01-31'
  const goals = async (asked: typeof answered, by: string) => {
    const { rows, total } = await asked({ range: january, by })
    return [...rows.map((row) => [row.by?.label, row.values.goal]), ['Total', total.values.goal]]
  }

  it('count once: the highest is the total, and what those below do not have is its own', async () => {
    expect(Object.fromEntries(await goals(answered, 'team'))).toEqual({
      North: 4000,
      South: 1000,
      All: 1000,
      Total: 6000,
    })
    expect(Object.fromEntries(await goals(answered, 'owner'))).toEqual({
      Ann: 3100,
      Cas: 1000,
      Unassigned: 1900,
      Total: 6000,
    })
  })

  it('cancel no goal for all pipelines when they are for one', async () => {
    expect(Object.fromEntries(await goals(ofPipeline, 'none'))).toEqual({ Total: 3600 })
  })

  it('are not above one another in a circle', async () => {
    expect(Object.fromEntries(await goals(inCircle, 'none'))).toEqual({ Total: 4000 + 6000 + 1000 })
  })
})
