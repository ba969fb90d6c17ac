import { describe, expect, it } from 'vitest'
import { fc } from '../fixtures/seeded.ts'
import {
  type Cell,
  cell,
  frequencies,
  operators,
  type Question,
  question,
  rangePresets,
} from '../src/answer/question/question.ts'
import { cellOf, openOf, parseSearch, questionOf, searchOf, searchText } from './url.ts'

const word = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
const path = fc.constantFrom('owner', 'owner.name', 'amount', 'stage.label', 'none')
const condition = fc.record({
  field: path,
  is: fc.constantFrom(...operators),
  values: fc.array(fc.string({ maxLength: 8 })),
})
const words = fc.array(fc.string({ maxLength: 8 }), { minLength: 1 })

const questions: fc.Arbitrary<Question> = fc.record(
  {
    tab: word,
    range: fc.constantFrom(...rangePresets, '2017-01-01..2017-12-31'),
    view: fc.constantFrom('totals', 'over-time'),
    frequency: fc.constantFrom(...frequencies),
    by: path,
    breakdown: path,
    reps: words,
    teams: words,
    pipeline: word,
    filters: fc.array(condition, { minLength: 1, maxLength: 4 }),
    compare: fc.constantFrom('none', 'previous-period', 'previous-year'),
    measures: words,
    sort: fc.record({ column: word, direction: fc.constantFrom('asc', 'desc') }),
    chart: fc.constantFrom('bar', 'line'),
    trend: fc.constantFrom('linear', 'forecast'),
    anomalies: fc.boolean(),
    settings: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), word, { minKeys: 1 }),
  },
  { requiredKeys: [] },
)

const key = fc.option(fc.string({ maxLength: 12 }))
const cells: fc.Arbitrary<Cell> = fc.record(
  {
    measure: word,
    by: key,
    breakdown: key,
    period: fc.constant('2017-01-01'),
    previous: fc.constant(true),
    note: word,
  },
  { requiredKeys: ['measure'] },
)

const throughAddress = (search: ReturnType<typeof searchOf>) => parseSearch(searchText(search))

describe('an address', () => {
  it('gives back the question it was made from', () => {
    const law = fc.property(questions, (asked) => {
      expect(questionOf(throughAddress(searchOf(asked)))).toEqual(asked)
    })
    fc.assert(law)
  })

  it('gives back the open cell it was made from, a missing value apart from an empty one', () => {
    const law = fc.property(cells, (open) => {
      expect(cellOf(throughAddress(openOf(open)))).toEqual(open)
    })
    fc.assert(law)
  })

  it('holds only what the server understands', () => {
    const law = fc.property(questions, cells, (asked, open) => {
      expect(question.safeParse(questionOf(searchOf(asked))).success).toBe(true)
      expect(cell.safeParse(cellOf(openOf(open))).success).toBe(true)
    })
    fc.assert(law)
  })

  it('is short and readable', () => {
    const asked: Question = {
      range: 'this-quarter',
      by: 'owner',
      filters: [{ field: 'amount', is: 'greater-than', values: ['1000'] }],
      sort: { column: 'won', direction: 'desc' },
    }
    expect(searchText({ ...searchOf(asked), ...openOf({ measure: 'won', by: '17' }) })).toBe(
      '?range=this-quarter&by=owner&sort=won:desc&where=amount:greater-than:1000&open=won,by:17',
    )
  })

  it('of an empty question is empty', () => {
    expect(searchText(searchOf({ reps: [], filters: [] }))).toBe('')
    expect(questionOf({})).toEqual({})
    expect(cellOf({})).toBeNull()
  })
})
