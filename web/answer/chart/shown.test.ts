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

  it('is every period, however narrow', () => {
    const narrow = months({ type: 'column' })
    expect(shownChart(narrow, false, 'Other', 10)).toBe(narrow)
    expect(hiddenGroups(narrow)).toBe(0)
  })
})
