import { describe, expect, it } from 'vitest'
import type { RecordsPage } from '../../../src/answer/shapes.ts'
import { answer } from '../../../src/draw/answer.fixture.ts'
import { agrees, figureAt } from './proof.ts'

const page = (of: Partial<RecordsPage>): RecordsPage => ({
  entity: { name: 'deal', label: 'Deal', plural: 'deals' },
  figure: 7,
  figureKind: 'number',
  figureLabel: 'Won',
  makes: 'count',
  count: 7,
  columns: [],
  rows: [],
  offset: 0,
  definition: '',
  leftOut: [],
  statements: [],
  freshness: { generation: 1, freshAt: null, refreshedAt: null, pending: 0 },
  completeness: { complete: true, quarantined: 0, notes: [] },
  tookMs: 1,
  ...of,
})

describe('the tick beside a figure', () => {
  it('stands when the list is as long as the count on the screen', () => {
    expect(agrees(page({}), 7)).toBe(true)
  })

  it.each([
    ['the screen shows another figure', page({}), 8],
    ['the list has another length', page({ count: 6 }), 7],
    ['the screen shows none where the list has one', page({}), null],
  ])('does not stand when %s', (_, list, shown) => {
    expect(agrees(list, shown)).toBe(false)
  })

  it('stands for a sum of any number of records, down to the last bits', () => {
    expect(agrees(page({ makes: 'sum', figure: 0.1 + 0.2, count: 2 }), 0.3)).toBe(true)
    expect(agrees(page({ makes: 'average', figure: null, count: 0 }), null)).toBe(true)
  })

  it('looks only at the list when the figure is not on the screen', () => {
    expect(agrees(page({}), undefined)).toBe(true)
  })
})

describe('the figure of a cell', () => {
  const anna = { by: { key: 'anna', label: 'Anna' }, breakdown: null, period: null }
  const asked = answer({ rows: [{ ...anna, values: { won: 5 }, previous: { won: 4 } }] })

  it('is the one on the screen', () => {
    expect(figureAt(asked, { measure: 'won' })).toBe(7)
    expect(figureAt(asked, { measure: 'won', by: 'anna' })).toBe(5)
    expect(figureAt(asked, { measure: 'won', by: 'anna', previous: true })).toBe(4)
  })

  it('is unknown when the screen does not show it', () => {
    expect(figureAt(asked, { measure: 'won', by: 'bram' })).toBeUndefined()
  })
})
