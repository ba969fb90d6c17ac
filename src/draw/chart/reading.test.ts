import { describe, expect, it } from 'vitest'
import { chart, drawing, months, series } from './chart.fixture.ts'
import { readingAt, spoken } from './reading.ts'

describe('what is told about a mark', () => {
  it('is its figure, the one before, the trend and why it stands out', () => {
    const data = months({
      series: [series([1, 9, 3], { previous: [1, 2, 3] })],
      trend: { label: 'Trend', values: [1, 2, 3], ahead: [] },
      anomalies: [{ index: 1, expected: 2, reason: 'Above what the trend expects' }],
    })
    expect(readingAt(data, 1, drawing)).toMatchObject({
      note: null,
      lines: [{ value: '9' }, { label: 'Last year', value: '2' }, { label: 'Trend', value: '2' }],
      remarks: ['Above what the trend expects, about 2'],
    })
    expect(spoken(data, 0, 1, drawing)).toBe('2025-02-01: 9, Above what the trend expects, about 2')
  })

  it('says when the period is not over', () => {
    expect(spoken(months(), 0, 2, drawing)).toBe('2025-03-01: 3, Not over yet')
  })

  it('is a range ahead of the last period', () => {
    const ahead = [{ label: 'Apr', value: 10, low: 6, high: 14 }]
    expect(readingAt(months({ trend: { label: 'Forecast', values: [], ahead } }), 3, drawing)).toMatchObject({
      title: 'Apr',
      note: 'Forecast',
      lines: [{ value: '10' }, { value: '6 – 14' }],
    })
  })

  it('adds up what is stacked', () => {
    const parts = [series([1, 2, 3], { key: 'a', label: 'A' }), series([4, null, 6], { key: 'b', label: 'B' })]
    const stacked = chart({ type: 'stacked-bar', across: 'breakdown', series: parts })
    expect(readingAt(stacked, 0, drawing)?.lines.at(-1)).toEqual({ series: null, label: 'Total', value: '5' })
    expect(spoken(stacked, 1, 1, drawing)).toBe('Bram: B –')
  })
})
