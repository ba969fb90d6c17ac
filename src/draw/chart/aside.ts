import type { Answer, Cell, ChartData } from '../answer.ts'
import { isOther } from '../mark.ts'
import { isStacked } from './extent.ts'

/** What a chart does not draw, for it would dwarf all else: its name, and a figure a measure. */
export interface Aside {
  readonly label: string
  readonly figures: readonly { readonly label: string; readonly value: number | null; readonly cell: Cell }[]
  /** The groups that the figure is the sum of, where it is not of one cell; each has a row of its own. */
  readonly joins: readonly (string | null)[] | null
}

type Split = readonly [drawn: ChartData, aside: Aside | null]

/** Others are drawn as a part of a whole, or where they are no sum; else they are said. */
export function splitOthers(answer: Answer, chart: ChartData): Split {
  if (chart.type === 'donut' || chart.type === 'waterfall') return [chart, null]
  return chart.along === 'by' ? withoutCategory(answer, chart) : withoutSeries(answer, chart)
}

const nameOf = ({ measures }: Answer, key: string) => measures.find((each) => each.key === key)?.label ?? key

function withoutCategory(answer: Answer, chart: ChartData): Split {
  const at = chart.categories.findIndex(({ tone }) => tone === 'other')
  const other = chart.categories[at]
  if (!other || answer.groupLabel === null || chart.categories.length === 1) return [chart, null]
  const rest = <T>(all: readonly T[]) => all.toSpliced(at, 1)
  const row = [...answer.margins, ...answer.rows].find(({ by, breakdown }) => isOther(by?.key) && breakdown === null)
  const keys = [...new Set(chart.series.map(({ measure }) => measure))]
  const figures = keys.map((key) => ({
    label: nameOf(answer, key),
    value: row?.values[key] ?? null,
    cell: { measure: key, by: other.key },
  }))
  const series = chart.series.map((each) => ({
    ...each,
    values: rest(each.values),
    previous: each.previous && rest(each.previous),
  }))
  return [
    { ...chart, categories: rest(chart.categories), series },
    { label: other.label, figures, joins: null },
  ]
}

function withoutSeries(answer: Answer, chart: ChartData): Split {
  const { across, adds } = chart
  const other = chart.series.find(({ tone }) => tone === 'other')
  if (!other || !adds || isStacked(chart) || (across !== 'by' && across !== 'breakdown')) return [chart, null]
  const value = other.values.reduce<number>((sum, each) => sum + (each ?? 0), 0)
  const figures = [
    { label: nameOf(answer, other.measure), value, cell: { measure: other.measure, [across]: other.key } },
  ]
  const series = chart.series.filter((each) => each !== other)
  return [
    { ...chart, series },
    { label: other.label, figures, joins: other.joins },
  ]
}
