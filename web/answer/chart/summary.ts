import type { Answer, ChartData } from '../../../src/answer/shapes.ts'
import type { useWords } from '../../words/index.ts'
import type { Drawing } from './drawing.ts'
import { type Point, points } from './points.ts'
import { spoken } from './reading.ts'

type Words = ReturnType<typeof useWords>

/** The chart in a sentence or two, for who hears it. */
export function summaryOf(answer: Answer, chart: ChartData, drawing: Drawing, t: Words): string {
  const measure = answer.measures.find(({ key }) => key === chart.measure)?.label ?? chart.measure
  const marks = points(chart)
  const lead = t('answer.chart.summary', { type: t(`answer.chart.${chart.type}`), measure, count: marks.length })
  const extremes = extremesOf(chart, marks, drawing)
  return extremes ? `${lead} ${t('answer.chart.extremes', extremes)}` : lead
}

function extremesOf(chart: ChartData, marks: readonly Point[], drawing: Drawing) {
  const figureOf = ({ series, index }: Point) => chart.series[series]?.values[index] ?? 0
  const [first, ...rest] = marks
  if (!first) return null
  const highest = rest.reduce((best, point) => (figureOf(point) > figureOf(best) ? point : best), first)
  const lowest = rest.reduce((best, point) => (figureOf(point) < figureOf(best) ? point : best), first)
  const say = (point: Point) => spoken(chart, point.series, point.index, drawing)
  return { highest: say(highest), lowest: say(lowest) }
}
