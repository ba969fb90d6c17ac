import type { ChartData } from '../answer.ts'
import { categoryAxis, fontSize, silentValueAxis, text } from './axes.ts'
import { barSeries, ghostSeries, stackTotalSeries } from './bar-series.ts'
import type { ChartOption } from './chart-option.ts'
import { seriesColours } from './colours.ts'
import type { Drawing } from './drawing.ts'
import { isStacked, stackTotals } from './extent.ts'
import { referenceLine } from './marks.ts'

const barHeight = 30
const barPadding = 8

/** Horizontal bars: a group has the same height however many there are. */
export function barsHeight(chart: ChartData): number {
  const compared = chart.series.some((series) => series.previous !== null)
  const side = isStacked(chart) ? 1 : chart.series.length
  const group = Math.max(barHeight, 12 + side * (compared ? 26 : 16))
  return chart.categories.length * group + 2 * barPadding + (chart.reference ? 20 : 0)
}

export function bars(chart: ChartData, drawing: Drawing): ChartOption {
  const { palette, width } = drawing
  const labels = chart.categories.map((category) => category.label)
  return {
    grid: { left: 0, right: valueRoom(chart, drawing), top: chart.reference ? 20 : barPadding, bottom: barPadding },
    xAxis: silentValueAxis(chart),
    yAxis: {
      ...categoryAxis(labels, drawing),
      inverse: true,
      axisLabel: {
        ...text(drawing),
        color: palette.ink,
        fontSize: 13,
        interval: 0,
        width: Math.min(220, width * 0.3),
        overflow: 'truncate',
        ellipsis: '…',
      },
    },
    series: barsOf(chart, drawing),
  }
}

function barsOf(chart: ChartData, drawing: Drawing) {
  const colours = seriesColours(chart, drawing.palette)
  const direction = { along: 'x', labelled: !isStacked(chart) } as const
  const series = chart.series.flatMap((_, i) => [
    barSeries(chart, i, colours[i] ?? '', drawing, direction),
    ...ghostSeries(chart, i, colours[i] ?? '', 'x'),
  ])
  const [first, ...rest] = series
  if (!first) return []
  const marked = { ...first, markLine: referenceLine(chart, drawing, 'x') }
  return isStacked(chart) ? [marked, ...rest, stackTotalSeries(chart, drawing, 'x')] : [marked, ...rest]
}

/** Room right of the longest bar for the figure beside it. */
function valueRoom(chart: ChartData, { figures }: Drawing): number {
  const values = isStacked(chart) ? stackTotals(chart) : chart.series.flatMap((series) => series.values)
  const longest = Math.max(0, ...values.map((value) => figures.short(value, chart.kind).length))
  return Math.ceil(longest * fontSize * 0.62) + 12
}
