import type { Cell, ChartData } from '../answer.ts'
import { otherKey } from './shown.ts'

/** One mark of a chart. */
export interface Point {
  readonly series: number
  readonly index: number
  readonly previous: boolean
}

/** Ids of drawn series, from which a click finds its point again. */
export const currentId = (series: number) => `now-${series}`
export const ghostId = (series: number) => `before-${series}`
/** The dashed end of a line whose last period is not over. */
export const tailId = (series: number) => `tail-${series}`

export function pointAt(seriesId: string, index: number): Point | null {
  const [, time, series] = /^(now|before|tail)-(\d+)$/.exec(seriesId) ?? []
  return series === undefined ? null : { series: Number(series), index, previous: time === 'before' }
}

/** The cell whose records are behind a point; null where many cells are joined. Without groups, a bar is the total. */
export function cellOf(chart: ChartData, point: Point, grouped: boolean): Cell | null {
  const series = chart.series[point.series]
  const category = chart.categories[point.index]
  if (!series || !category || series.joins !== null || category.key === otherKey) return null
  return {
    measure: series.measure,
    ...along(chart, category.key, grouped),
    ...(chart.across === 'by' || chart.across === 'breakdown' ? { [chart.across]: series.key } : {}),
    ...(point.previous ? { previous: true } : {}),
  }
}

function along(chart: ChartData, key: string | null, grouped: boolean): Partial<Cell> {
  if (chart.along === 'period') return { period: key }
  return grouped ? { by: key } : {}
}

/** Every mark that has a figure, in reading order: category by category. */
export function points(chart: ChartData): readonly Point[] {
  return chart.categories.flatMap((_, index) =>
    chart.series.flatMap(({ values }, series) =>
      (values[index] ?? null) === null ? [] : [{ series, index, previous: false }],
    ),
  )
}
