import { describe, expect, it } from 'vitest'
import { type ChartType, chartTypes } from '../../answer/question/question.ts'
import { svgOf } from '../../picture/svg.ts'
import type { ChartData } from '../answer.ts'
import { chart, drawing, months, series } from './chart.fixture.ts'
import type { ChartOption } from './chart-option.ts'
import { chartHeight, chartOption } from './option.ts'
import { shownChart } from './shown.ts'

/** What the library makes of it, as text. */
const drawn = (data: ChartData): string => svgOf(chartOption(data, drawing), 800, 300)

const seriesOf = (option: ChartOption) => (Array.isArray(option.series) ? option.series : [])
const seriesOfId = (data: ChartData, id: string) => seriesOf(chartOption(data, drawing)).find((one) => one.id === id)

describe('a chart', () => {
  it.each(chartTypes)('is drawn as %s, with one series, several and none', (type: ChartType) => {
    const many = [series([1, null, 3], { key: 'a' }), series([4, 5, 6], { key: 'b', previous: [1, 2, null] })]
    for (const data of [
      chart({ type }),
      chart({ type, across: 'breakdown', series: many }),
      chart({ type, series: [] }),
    ])
      expect(drawn(shownChart(data, false, 'Other', 800))).toContain('<svg')
    expect(drawn(chart({ type, categories: [], series: [] }))).toContain('<svg')
  })

  it('writes names as text, whatever they hold', () => {
    const categories = [{ key: 'x', label: '<img src=x onerror=alert(1)>', incomplete: false }]
    expect(drawn(chart({ categories, series: [series([1])] }))).not.toContain('<img')
  })

  it('begins its bars at zero', () => {
    const option = chartOption(chart({ type: 'column', series: [series([900, 950, 1000])] }), drawing)
    expect(option.yAxis).toMatchObject({ min: 0, max: 1000 })
  })

  it('leaves a gap where a value is missing', () => {
    expect(seriesOfId(months({ series: [series([1, null, 3])] }), 'now-0')).toMatchObject({
      data: [{ value: 1 }, { value: '-' }, { value: '-' }],
      connectNulls: false,
    })
  })

  it('dashes a line into the period that is not over', () => {
    const tail = seriesOfId(months({ series: [series([1, 2, 3])] }), 'tail-0')
    expect(tail).toMatchObject({ data: [{ value: '-' }, { value: 2 }, { value: 3 }], lineStyle: { type: [3, 3] } })
  })

  it('hatches a column that is not over', () => {
    const columns = seriesOfId(months({ type: 'column', series: [series([1, 2, 3])] }), 'now-0')
    expect(columns).toMatchObject({ data: [{}, { itemStyle: {} }, { itemStyle: { decal: { symbol: 'rect' } } }] })
  })

  it('draws the comparison beside the current figures', () => {
    expect(seriesOfId(chart({ series: [series([1, 2, 3], { previous: [3, 2, null] })] }), 'before-0')).toMatchObject({
      data: [{ value: 3 }, { value: 2 }, { value: '-' }],
    })
  })

  it('puts a forecast into its band, after the last period', () => {
    const ahead = [{ label: 'next', value: 10, low: 6, high: 14 }]
    const data = months({ series: [series([1, 2, 3])], trend: { label: 'Forecast', values: [1, 2, 3], ahead } })
    expect(seriesOfId(data, 'trend')).toMatchObject({ data: [1, 2, 3, 10] })
    expect(seriesOfId(data, 'band-low')).toMatchObject({ data: ['-', '-', '-', 6] })
    expect(seriesOfId(data, 'band-high')).toMatchObject({ data: ['-', '-', '-', 8] })
  })

  it('is as high as its groups need', () => {
    expect(chartHeight(chart())).toBeLessThan(chartHeight(chart({ categories: Array(10).fill(chart().categories[0]) })))
    expect(chartHeight(months())).toBe(300)
  })
})
