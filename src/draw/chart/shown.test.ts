import { describe, expect, it } from 'vitest'
import { chart, months, series } from './chart.fixture.ts'
import { firstGroups, hiddenGroups, shownChart } from './shown.ts'

const groups = (count: number) =>
  chart({
    type: 'column',
    categories: Array.from({ length: count }, (_, i) => ({ key: `o${i}`, label: `${i}`, incomplete: false })),
    series: [series(Array.from({ length: count }, (_, i) => count - i))],
  })

describe('the part of a chart that is shown', () => {
  it('is the first groups of many, and all of them when asked for', () => {
    const many = groups(40)
    expect(shownChart(many, false, 'Other', 1200).categories).toHaveLength(firstGroups)
    expect(shownChart(many, false, 'Other', 1200).series[0]?.values).toHaveLength(firstGroups)
    expect(shownChart(many, true, 'Other', 1200).categories).toHaveLength(40)
    expect(hiddenGroups(many)).toBe(40 - firstGroups)
  })

  it('lies down where the columns would be too narrow for their names', () => {
    expect(shownChart(groups(12), false, 'Other', 340).type).toBe('bar')
    expect(shownChart(groups(12), false, 'Other', 800).type).toBe('column')
  })

  it.each([
    ['the large slices of a whole', [50, 30, 1, 1, 1], ['0', '1', 'Other'], [50, 30, 3]],
    ['one thin slice as it is', [50, 30, 1], ['0', '1', '2'], [50, 30, 1]],
    ['slices of nothing as they are, for nothing is thin', [0, 0, 0], ['0', '1', '2'], [0, 0, 0]],
  ])('is %s', (_what, values, labels, sizes) => {
    const ring = { ...groups(values.length), type: 'donut' as const, series: [series(values)] }
    const { categories, series: drawn } = shownChart(ring, false, 'Other', 1200)
    expect([categories.map(({ label }) => label), drawn[0]?.values]).toEqual([labels, sizes])
  })

  it('is every period, however narrow', () => {
    const narrow = months({ type: 'column' })
    expect(shownChart(narrow, false, 'Other', 10)).toBe(narrow)
    expect(hiddenGroups(narrow)).toBe(0)
  })
})
