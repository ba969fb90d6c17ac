import type { Answer, ChartData } from '../answer.ts'
import { periodAfter, periodWords } from '../periods.ts'

/** The chart with its periods, and those of a forecast, as the reader says them. */
export function labelledChart(answer: Answer, language: string): ChartData {
  const { chart, question } = answer
  if (chart.along !== 'period') return chart
  const said = periodWords(answer, language)
  const last = chart.categories.findLast(({ key }) => key !== null)?.key
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
