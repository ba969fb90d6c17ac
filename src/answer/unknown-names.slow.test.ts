import { afterAll, describe, expect, it } from 'vitest'
import { exampleFolder } from '../../fixtures/example-folder.ts'
import { salesStages, table } from '../reports/example.ts'
import { ask } from './ask.ts'
import { type Cell, type Question, question } from './question/question.ts'
import { allRecords, usualPace } from './records/all-records.ts'
import { records } from './records/records.ts'

const folder = await exampleFolder({
  stage: salesStages,
  pipeline: table`
    id    | label
    sales | Sales
    other | Renewals
  `,
  team: table`
    id    | name
    north | North
  `,
  owner: table`
    id  | name      | active | main_team_id
    ann | Ann Bloom | true   | north
    bob | Bob       | true   | north
    b2  | Bob       | true   | north
  `,
  deal: table`
    id  | name   | owner_id | stage_id  | pipeline_id | amount_in_currency | type | created_at           | closed_at
    one | Alder  | ann      | won       | sales       | 100                | New  | 2024-01-02T09:00:00Z | 2024-01-20
    two | Birch  | ghost    | won       | sales       | 200                | Old  | 2024-01-03T09:00:00Z | 2024-01-25
    tre | Cherry | bob      | elsewhere | sales       | 400                | New  | 2024-01-04T09:00:00Z | 2023-12-25
  `,
})
afterAll(() => folder.remove())
const asking = folder.asking('2024-02-01')
const january = { range: '2024-01-01..2024-01-31' } as const

const answered = (asked: Question, report = 'sales/deals-won-and-lost') =>
  ask(asking, report, question.parse({ ...january, ...asked }))
const opened = (cell: Cell, asked: Question = {}) =>
  records(asking, 'sales/deals-won-and-lost', { question: { ...january, ...asked }, cell })
const type = (is: 'any-of' | 'none-of', ...values: string[]): Question => ({ filters: [{ field: 'type', is, values }] })

describe('a name that nobody has is refused:', () => {
  it.each<[string, Question, object]>([
    ['a rep', { reps: ['nobody'] }, { code: 'name-unknown', of: { kind: 'owner', name: 'nobody', similar: [] } }],
    ['a rep beside a known one', { reps: ['ann', 'An Bloom'] }, { of: { similar: ['Ann Bloom'] } }],
    ['a name of two', { reps: ['bob'.toUpperCase()] }, { code: 'name-ambiguous', of: { ids: 'b2, bob' } }],
    ['a team', { teams: ['Nroth'] }, { code: 'name-unknown', of: { similar: ['North'] } }],
    ['a pipeline', { pipeline: 'Sale' }, { code: 'name-unknown', of: { similar: ['Sales'] } }],
    ['a value', type('any-of', 'New', 'new'), { code: 'value-unknown', of: { value: 'new', similar: ['New'] } }],
    ['a value to leave out', type('none-of', 'Odl'), { code: 'value-unknown', of: { similar: ['Old'] } }],
    [
      'a name of a record that is referred to',
      { filters: [{ field: 'stage.label', is: 'any-of', values: ['Wonn'] }] },
      { code: 'value-unknown' },
    ],
  ])('%s', async (_what, asked, refusal) => {
    await expect(answered(asked)).rejects.toMatchObject(refusal)
  })

  it('a step of a funnel', async () => {
    const asked = { settings: { stages: 'appointment,nowhere' } }
    await expect(answered(asked, 'sales/deal-funnel')).rejects.toMatchObject({ code: 'setting-unknown' })
  })

  it('in a list and in a file as in an answer', async () => {
    const asked = { question: question.parse(type('any-of', 'new')), cell: { measure: 'won' } }
    const refused = { code: 'value-unknown' }
    await expect(records(asking, 'sales/deals-won-and-lost', asked)).rejects.toMatchObject(refused)
    await expect(allRecords(asking, 'sales/deals-won-and-lost', asked, usualPace)).rejects.toMatchObject(refused)
  })
})

describe('a name is understood', () => {
  it.each<[string, Question, number]>([
    ['of a rep, in any case', { reps: ['ann bloom'] }, 1],
    ['of a team', { teams: ['North'] }, 1],
    ['of a pipeline without a deal', { pipeline: 'Renewals' }, 0],
    [
      'of an owner whom only records name, by its id',
      { filters: [{ field: 'owner_id', is: 'any-of', values: ['ghost'] }] },
      1,
    ],
    [
      'of a stage without a deal, by its id',
      { filters: [{ field: 'stage_id', is: 'any-of', values: ['appointment'] }] },
      0,
    ],
  ])('%s', async (_what, asked, won) => {
    expect((await answered(asked)).total.values.won).toBe(won)
  })

  it('and the answer has its id', async () => {
    expect((await answered({ reps: ['Ann Bloom'] })).question.reps).toEqual(['ann'])
  })
})

describe('a cell', () => {
  it.each<[string, Cell, Question]>([
    ['of a group that the question does not have', { measure: 'won', by: 'nobody' }, {}],
    ['of a period of the totals', { measure: 'won', period: '2024-01-01' }, {}],
    ['of a day on which no period begins', { measure: 'won', period: '2024-01-15' }, { frequency: 'monthly' }],
  ])('%s is refused', async (_what, cell, asked) => {
    await expect(opened(cell, asked)).rejects.toMatchObject({ code: 'cell-unknown' })
  })

  it.each(['ann', 'bob', 'ghost', null])('of %j opens', async (by) => {
    expect((await opened({ measure: 'won', by })).figure).not.toBeUndefined()
  })

  it('of a group that there was only before opens', async () => {
    const asked = { compare: 'previous-period', by: 'type' } as const
    expect((await opened({ measure: 'won', by: 'Old', previous: true }, asked)).count).toBe(0)
  })
})

describe('a choice without effect', () => {
  it.each<[string, string, Question, string]>([
    ['a view', 'deal-funnel', { view: 'over-time' }, 'view-not-offered'],
    ['periods', 'deal-funnel', { frequency: 'monthly' }, 'view-not-offered'],
    ['totals', 'historical-snapshots', { view: 'totals' }, 'view-not-offered'],
    [
      'a second grouping over time',
      'call-outcomes',
      { view: 'over-time', by: 'owner', breakdown: 'call_outcome' },
      'split-twice',
    ],
  ])('is refused: %s', async (_what, report, asked, code) => {
    await expect(answered(asked, `sales/${report}`)).rejects.toMatchObject({ code })
  })

  it('is none when a group takes the place of the report’s own over time', async () => {
    const { question, rows } = await answered({ by: 'owner' }, 'sales/historical-snapshots')
    expect([question.by, question.breakdown, rows[0]?.by?.label]).toEqual(['owner', 'none', expect.any(String)])
  })
})

it('says when periods of another length are shown than asked for', async () => {
  const { notes, question } = await answered({ frequency: 'daily', range: '2015-01-01..2024-12-31' })
  expect([question.frequency, notes]).toEqual(['yearly', [expect.stringContaining('no daily periods')]])
})

it('says which days the data covers where there is none', async () => {
  expect((await answered({})).notes).toEqual([])
  expect((await answered({ range: '2020-01-01..2020-12-31' })).notes).toEqual([
    'There is data from 2023-12-25 to 2024-01-25 (Close date).',
  ])
  expect((await answered({ range: '2020-01-01..2020-12-31' }, 'sales/deal-funnel')).notes).toEqual([
    'There is data from 2024-01-02 to 2024-01-04 (Create date).',
  ])
})

it('shows over time who asks for periods', async () => {
  expect((await answered({ frequency: 'monthly' })).question.view).toBe('over-time')
})

it('takes an answer’s own question back', async () => {
  for (const report of ['deals-won-and-lost', 'deal-funnel', 'historical-snapshots', 'call-outcomes']) {
    const { question } = await answered({}, `sales/${report}`)
    expect((await answered(question, `sales/${report}`)).question).toEqual(question)
  }
})
