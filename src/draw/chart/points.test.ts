import { describe, expect, it } from 'vitest'
import { chart, months, series } from './chart.fixture.ts'
import { cellOf, currentId, ghostId, pointAt, points, tailId } from './points.ts'
import { shownChart } from './shown.ts'

const at = (index: number, series = 0, previous = false) => ({ series, index, previous })

describe('a point of a chart', () => {
  it('is found again by the id of its series', () => {
    expect(pointAt(currentId(2), 5)).toEqual(at(5, 2))
    expect(pointAt(tailId(2), 5)).toEqual(at(5, 2))
    expect(pointAt(ghostId(2), 5)).toEqual(at(5, 2, true))
    expect(pointAt('trend', 5)).toBeNull()
  })

  it('is the cell of its group, also of those without a value', () => {
    expect(cellOf(chart(), at(0), true)).toEqual({ measure: 'won', by: 'o1' })
    expect(cellOf(chart(), at(2), true)).toEqual({ measure: 'won', by: null })
  })

  it('is the total where there are no groups', () => {
    expect(cellOf(chart({ categories: [{ key: null, label: 'All', incomplete: false }] }), at(0), false)).toEqual({
      measure: 'won',
    })
  })

  it('is the cell of its part, its period and its comparison', () => {
    const parts = chart({ across: 'breakdown', series: [series([1, 2, 3], { key: 'EMAIL' })] })
    expect(cellOf(parts, at(1), true)).toEqual({ measure: 'won', by: 'o2', breakdown: 'EMAIL' })
    const lines = months({ across: 'by', series: [series([1, 2, 3], { key: 'o1' })] })
    expect(cellOf(lines, at(1, 0, true), true)).toEqual({
      measure: 'won',
      period: '2025-02-01',
      by: 'o1',
      previous: true,
    })
  })

  it('is no one cell where groups are joined', () => {
    expect(cellOf(chart({ series: [series([1, 2, 3], { joins: ['a', 'b'] })] }), at(0), true)).toBeNull()
    const categories = Array.from({ length: 12 }, (_, i) => ({ key: `o${i}`, label: `${i}`, incomplete: false }))
    const ring = chart({ type: 'donut', categories, series: [series(categories.map((_, i) => i))] })
    const shown = shownChart(ring, false, 'Other', 800)
    expect(shown.categories).toHaveLength(8)
    expect(shown.series[0]?.values.at(-1)).toBe(0 + 1 + 2 + 3 + 4)
    expect(cellOf(shown, at(7), true)).toBeNull()
  })

  it('is left out where there is no figure', () => {
    expect(points(chart({ series: [series([1, null, 3])] }))).toEqual([at(0), at(2)])
  })
})
