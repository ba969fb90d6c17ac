import type { Answer, ChartData } from '../../../src/answer/shapes.ts'
import { periodAfter, periodLabel } from '../periods.ts'

/** The chart with its periods, and those of a forecast, as the reader says them. */
export function labelledChart({ chart, question }: Answer, language: string): ChartData {
  if (chart.along !== 'period') return chart
  const said = (day: string) => periodLabel(day, question.frequency, language)
  const last = chart.categories.at(-1)?.key
  return {
    ...chart,
    categories: chart.categories.map((category) => ({
      ...category,
      label: category.key ? said(category.key) : category.label,
    })),
    trend: chart.trend && {
      ...chart.trend,
      ahead: chart.trend.ahead.map((period, i) => ({
        ...period,
        label: last ? said(periodAfter(last, question.frequency, i + 1)) : period.label,
      })),
    },
  }
}
