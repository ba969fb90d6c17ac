import type { ChartData } from '../answer.ts'
import type { Figures } from '../figures.ts'
import type { Drawing } from './drawing.ts'
import { isStacked, stackTotals } from './extent.ts'

/** What the reader is told about one category: in the tooltip, and aloud. */
export interface Reading {
  readonly title: string
  readonly note: string | null
  readonly lines: readonly ReadingLine[]
  readonly remarks: readonly string[]
}

export interface ReadingLine {
  /** The place of the series, for its colour; null for what is no series. */
  readonly series: number | null
  readonly label: string
  readonly value: string
}

type Told = Pick<Drawing, 'figures' | 'words'>

export function readingAt(chart: ChartData, index: number, told: Told): Reading | null {
  const category = chart.categories[index]
  if (!category) return readingAhead(chart, index - chart.categories.length, told)
  return {
    title: category.label,
    note: category.incomplete ? told.words.incomplete : null,
    lines: [
      ...seriesLines(chart, index, told),
      ...previousLines(chart, index, told),
      ...totalLine(chart, index, told),
      ...trendLine(chart, index, told.figures),
    ],
    remarks: remarksAt(chart, index, told),
  }
}

const remarksAt = ({ anomalies, kind }: ChartData, index: number, { figures, words }: Told): readonly string[] =>
  anomalies
    .filter((anomaly) => anomaly.index === index)
    .map(({ reason, expected }) => words.unexpected(reason, figures.exact(expected, kind)))

const seriesLines = (chart: ChartData, index: number, { figures }: Told): readonly ReadingLine[] =>
  chart.series.map(({ label, values }, series) => ({
    series,
    label,
    value: figures.exact(values[index] ?? null, chart.kind),
  }))

function previousLines(chart: ChartData, index: number, { figures, words }: Told): readonly ReadingLine[] {
  const one = chart.series.length === 1
  return chart.series.flatMap(({ label, previous }) => {
    const value = figures.exact(previous?.[index] ?? null, chart.kind)
    return previous ? [{ series: null, label: one ? words.previous : `${label}, ${words.previous}`, value }] : []
  })
}

function totalLine(chart: ChartData, index: number, { figures, words }: Told): readonly ReadingLine[] {
  if (!isStacked(chart) || chart.series.length < 2) return []
  const value = figures.exact(stackTotals(chart)[index] ?? null, chart.kind)
  return [{ series: null, label: words.total, value }]
}

function trendLine({ trend, kind }: ChartData, index: number, figures: Figures): readonly ReadingLine[] {
  const value = trend?.values[index] ?? null
  return trend && value !== null ? [{ series: null, label: trend.label, value: figures.exact(value, kind) }] : []
}

function readingAhead({ trend, kind }: ChartData, index: number, { figures, words }: Told): Reading | null {
  const period = trend?.ahead[index]
  if (!period) return null
  const { label, value, low, high } = period
  const range = `${figures.exact(low, kind)} – ${figures.exact(high, kind)}`
  return {
    title: label,
    note: words.forecast,
    lines: [
      { series: null, label: words.expected, value: figures.exact(value, kind) },
      { series: null, label: words.between, value: range },
    ],
    remarks: [],
  }
}

/** One mark, said aloud: where, what, how much. */
export function spoken(chart: ChartData, series: number, index: number, told: Told): string {
  const reading = readingAt(chart, index, told)
  const line = reading?.lines[series]
  if (!reading || !line) return ''
  const name = chart.series.length > 1 || chart.across === 'measure' ? `${line.label} ` : ''
  return [`${reading.title}: ${name}${line.value}`, reading.note, ...reading.remarks].filter(Boolean).join(', ')
}
