import type { Answer, ChartData } from '../answer.ts'
import type { Reader } from '../reader.ts'
import type { Drawing } from './drawing.ts'
import { type Point, points } from './points.ts'
import { spoken } from './reading.ts'

/** The chart in a sentence or two, for who hears it. */
export function summaryOf(answer: Answer, chart: ChartData, drawing: Drawing, { tell }: Reader): string {
  const measure = answer.measures.find(({ key }) => key === chart.measure)?.label ?? chart.measure
  const marks = points(chart)
  const lead = tell('summary', { type: tell(`types.${chart.type}`), measure, count: marks.length })
  const extremes = extremesOf(chart, marks, drawing)
  return extremes ? `${lead} ${tell('extremes', extremes)}` : lead
}

function extremesOf(chart: ChartData, marks: readonly Point[], drawing: Drawing) {
  const figureOf = ({ series, index }: Point) => chart.series[series]?.values[index] ?? 0
  const [first, ...rest] = marks
  if (!first) return null
  const highest = rest.reduce((best, point) => (figureOf(point) > figureOf(best) ? point : best), first)
  const lowest = rest.reduce((best, point) => (figureOf(point) < figureOf(best) ? point : best), first)
  const spokenAt = (point: Point) => spoken(chart, point.series, point.index, drawing)
  return { highest: spokenAt(highest), lowest: spokenAt(lowest) }
}
