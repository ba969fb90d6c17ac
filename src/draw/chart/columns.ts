import type { ChartData } from '../answer.ts'
import { categoryAxis, periodLabels, text, valueAxis } from './axes.ts'
import { barSeries, ghostSeries, stackTotalSeries } from './bar-series.ts'
import type { ChartOption } from './chart-option.ts'
import { seriesColours } from './colours.ts'
import type { Drawing } from './drawing.ts'
import { isStacked } from './extent.ts'
import { anomalyRings, referenceLine, trendSeries } from './marks.ts'
import { nameWithin } from './names.ts'
import { periodTicks } from './period-ticks.ts'

/** Narrower columns have no room for a figure above them. */
const labelRoom = 46

export function columns(chart: ChartData, drawing: Drawing): ChartOption {
  return {
    grid: standingGrid,
    xAxis: standingAxis(chart, drawing),
    yAxis: valueAxis(chart, drawing),
    series: columnsOf(chart, drawing),
  }
}

/** About what the labels of the value axis take of the width. */
const valueLabels = 56

export const standingGrid = { left: 0, right: 8, top: 24, bottom: 0 }

/** Time runs left to right; groups stand in their order, their names cut to the width of their band. */
export function standingAxis(chart: ChartData, drawing: Drawing) {
  const labels = periodLabels(chart)
  const band = (drawing.width - valueLabels) / Math.max(1, labels.length)
  const axis = categoryAxis(labels, drawing)
  if (chart.along === 'by')
    return {
      ...axis,
      axisLabel: {
        ...text(drawing),
        lineHeight: 16,
        interval: 0,
        formatter: (name: string) => nameWithin(name, band - 6),
      },
    }
  const ticks = periodTicks(labels, drawing.width - valueLabels)
  return {
    ...axis,
    axisLabel: { ...text(drawing), interval: 0, formatter: (_: string, i: number) => ticks[i] ?? '', lineHeight: 16 },
  }
}

function columnsOf(chart: ChartData, drawing: Drawing) {
  const colours = seriesColours(chart, drawing.palette)
  const labelled = hasLabelRoom(chart, drawing)
  const direction = { along: 'y', labelled: labelled && !isStacked(chart) } as const
  const series = chart.series.flatMap((_, i) => [
    ...ghostSeries(chart, i, colours[i] ?? '', 'y'),
    barSeries(chart, i, colours[i] ?? '', drawing, direction),
  ])
  const totals = isStacked(chart) && labelled ? [stackTotalSeries(chart, drawing, 'y')] : []
  const marks = { markLine: referenceLine(chart, drawing, 'y'), markPoint: anomalyRings(chart, drawing) }
  const marked = series.map((one) => (one.id === 'now-0' ? { ...one, ...marks } : one))
  return [...marked, ...totals, ...trendSeries(chart, drawing)]
}

function hasLabelRoom(chart: ChartData, { width }: Drawing): boolean {
  const compared = chart.series.some((series) => series.previous !== null)
  const side = isStacked(chart) ? 1 : chart.series.length
  return width / (chart.categories.length * side * (compared ? 1.6 : 1)) >= labelRoom
}
