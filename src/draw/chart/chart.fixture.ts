import type { ChartData } from '../answer.ts'
import type { Drawing } from './drawing.ts'

type Series = ChartData['series'][number]

export const series = (values: readonly (number | null)[], of: Partial<Series> = {}): Series => ({
  key: null,
  label: 'Won',
  measure: 'won',
  values: [...values],
  previous: null,
  tone: null,
  joins: null,
  ...of,
})

/** A chart of three people, two won and one unassigned, unless told otherwise. */
export const chart = (of: Partial<ChartData> = {}): ChartData => ({
  type: 'bar',
  measure: 'won',
  kind: 'number',
  categories: [
    { key: 'o1', label: 'Anna', incomplete: false },
    { key: 'o2', label: 'Bram', incomplete: false },
    { key: null, label: 'Unassigned', incomplete: false },
  ],
  along: 'by',
  across: 'none',
  adds: true,
  series: [series([12, 7, 3])],
  reference: null,
  trend: null,
  anomalies: [],
  ...of,
})

const month = (key: string, incomplete = false) => ({ key, label: key, incomplete })

/** Three months, of which the last is not over. */
export const months = (of: Partial<ChartData> = {}): ChartData =>
  chart({
    type: 'line',
    along: 'period',
    categories: [month('2025-01-01'), month('2025-02-01'), month('2025-03-01', true)],
    ...of,
  })

export const drawing: Drawing = {
  palette: {
    series: ['#000001', '#000002', '#000003', '#000004', '#000005', '#000006', '#000007', '#000008'],
    other: '#888888',
    missing: '#998877',
    total: '#777777',
    better: '#00aa00',
    worse: '#aa0000',
    accent: '#0000ff',
    ink: '#111111',
    inkSoft: '#333333',
    inkFaint: '#555555',
    hairline: '#eeeeee',
    outline: '#cccccc',
    surface: '#ffffff',
    warning: '#885500',
    font: 'sans-serif',
  },
  figures: {
    exact: (value) => (value === null ? '–' : String(value)),
    short: (value) => (value === null ? '–' : `${value}`),
  },
  words: {
    incomplete: 'Not over yet',
    forecast: 'Forecast',
    expected: 'Expected',
    between: 'Likely range',
    total: 'Total',
    unexpected: (reason, value) => `${reason}, about ${value}`,
    previous: 'Last year',
  },
  width: 800,
  motion: false,
}
