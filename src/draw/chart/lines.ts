import type { LineSeriesOption } from 'echarts/charts'
import type { ChartData } from '../answer.ts'
import { fontSize, text, valueAxis } from './axes.ts'
import type { ChartOption } from './chart-option.ts'
import { faded, seriesColours } from './colours.ts'
import { standingAxis, standingGrid } from './columns.ts'
import type { Drawing } from './drawing.ts'
import { drawnValues, hasGhosts, isStacked } from './extent.ts'
import { anomalyRings, referenceLine, trendSeries } from './marks.ts'
import { currentId, ghostId, tailId } from './points.ts'
import { scaleFor } from './scale.ts'

type Values = readonly (number | null)[]

export function lines(chart: ChartData, drawing: Drawing): ChartOption {
  return {
    grid: { ...standingGrid, right: endLabelRoom(chart, drawing) },
    xAxis: standingAxis(chart, drawing),
    yAxis: valueAxis(chart, drawing),
    series: [...linesOf(chart, drawing), ...trendSeries(chart, drawing)],
  }
}

function linesOf(chart: ChartData, drawing: Drawing): readonly LineSeriesOption[] {
  const colours = seriesColours(chart, drawing.palette)
  return chart.series.flatMap(({ values, previous }, i) => {
    const colour = colours[i] ?? ''
    const [body, tail] = splitAtIncomplete(chart, values)
    const marks = {
      markLine: referenceLine(chart, drawing, 'y'),
      markPoint: anomalyRings(chart, drawing),
      markArea: unfinishedVeil(chart, drawing),
    }
    return [
      ...(previous && hasGhosts(chart) ? [ghostLine(i, colour, previous)] : []),
      { ...bodyLine(chart, i, colour, body, drawing, tail === null), ...(i === 0 ? marks : {}) },
      ...(tail ? [tailLine(chart, i, colour, tail, drawing)] : []),
    ]
  })
}

function bodyLine(
  chart: ChartData,
  i: number,
  colour: string,
  values: Values,
  drawing: Drawing,
  named: boolean,
): LineSeriesOption {
  return {
    ...line(colour),
    id: currentId(i),
    name: chart.series[i]?.label ?? '',
    ...areaOf(chart, colour, 'body'),
    ...(named ? endLabel(chart, i, colour, drawing) : {}),
    symbolSize: 6,
    itemStyle: { color: colour },
    data: symbols(values, chart.series.length === 1),
  }
}

/** From the last whole period to the one that is not over. */
function tailLine(chart: ChartData, i: number, colour: string, values: Values, drawing: Drawing): LineSeriesOption {
  return {
    ...line(colour),
    id: tailId(i),
    ...areaOf(chart, colour, 'tail'),
    ...endLabel(chart, i, colour, drawing),
    lineStyle: { color: colour, width: 2, type: [3, 3] },
    itemStyle: { color: drawing.palette.surface, borderColor: colour, borderWidth: 2 },
    symbolSize: 7,
    data: values.map((value, at) => ({
      value: value ?? '-',
      symbol: at === values.length - 1 && chart.series.length === 1 ? 'circle' : 'none',
    })),
  }
}

const ghostLine = (i: number, colour: string, previous: Values): LineSeriesOption => ({
  ...line(faded(colour, 0.45)),
  id: ghostId(i),
  lineStyle: { color: faded(colour, 0.45), width: 1.5 },
  symbolSize: 5,
  data: symbols(previous, false),
})

const line = (colour: string): LineSeriesOption => ({
  type: 'line',
  lineStyle: { color: colour, width: 2 },
  connectNulls: false,
  cursor: 'pointer',
  emphasis: { lineStyle: { width: 4 }, scale: 1.4 },
  z: 3,
})

/** A point without neighbours would be no line at all, so it always has its dot. */
function symbols(values: Values, all: boolean) {
  const dots = all && values.length <= 40
  const alone = (i: number) => (values[i - 1] ?? null) === null && (values[i + 1] ?? null) === null
  return values.map((value, i) => ({ value: value ?? '-', symbol: dots || alone(i) ? 'circle' : 'none' }))
}

/** Splits off what is not over yet: the tail begins at the last point that is. */
function splitAtIncomplete(chart: ChartData, values: Values): readonly [body: Values, tail: Values | null] {
  const first = chart.categories.findIndex((category) => category.incomplete)
  if (first < 1 || isStacked(chart)) return [values, null]
  return [
    values.map((value, i) => (i < first ? value : null)),
    values.map((value, i) => (i < first - 1 ? null : value)),
  ]
}

function areaOf(chart: ChartData, colour: string, part: 'body' | 'tail'): LineSeriesOption {
  if (chart.type !== 'area') return {}
  if (!isStacked(chart)) return { areaStyle: { color: faded(colour, part === 'body' ? 0.14 : 0.07) } }
  return { stack: 'now', lineStyle: { width: 0 }, areaStyle: { color: colour, opacity: 1 } }
}

/** Stacked areas cannot be dashed: where the period is not over, they pale. */
function unfinishedVeil(chart: ChartData, { palette }: Drawing): LineSeriesOption['markArea'] {
  const last = chart.categories.length - 1
  const first = chart.categories.findIndex((category) => category.incomplete)
  if (!isStacked(chart) || first < 1) return undefined
  return {
    silent: true,
    itemStyle: { color: faded(palette.surface, 0.5) },
    data: [[{ xAxis: first - 1 }, { xAxis: last }]],
  }
}

/** Names at the ends of lines are read where all lines end at one period, each name with a line of its own. */
export const isNamedAtEnd = (chart: ChartData, { width }: Drawing) =>
  chart.type === 'line' && chart.series.length > 1 && width >= 600 && endsApart(chart)

/** About how high the lines are drawn, and how much of that a name takes, in pixels. */
const drawnHeight = 240
const nameHeight = 16

function endsApart(chart: ChartData): boolean {
  const { min, max } = scaleFor(drawnValues(chart), chart.kind)
  const lasts = chart.series.map(({ values }) => values.findLastIndex((value) => value !== null))
  if (lasts[0] === -1 || new Set(lasts).size > 1) return false
  const ends = chart.series.map(({ values }) => values[lasts[0] ?? 0] ?? 0).sort((a, b) => a - b)
  return ends.every((end, i) => i === 0 || ((end - (ends[i - 1] ?? 0)) * drawnHeight) / (max - min) >= nameHeight)
}

function endLabelRoom(chart: ChartData, drawing: Drawing): number {
  if (!isNamedAtEnd(chart, drawing)) return standingGrid.right
  const longest = Math.max(...chart.series.map((series) => series.label.length))
  return Math.min(160, longest * fontSize * 0.6 + 28)
}

/** The name at the end of the line, with a dot of its colour. */
function endLabel(chart: ChartData, i: number, colour: string, drawing: Drawing): LineSeriesOption {
  if (!isNamedAtEnd(chart, drawing)) return {}
  const name = chart.series[i]?.label ?? ''
  return {
    endLabel: {
      show: true,
      ...text(drawing),
      color: drawing.palette.inkSoft,
      distance: 8,
      width: 140,
      overflow: 'truncate',
      formatter: () => `{dot|●} ${name.replaceAll(/[{}|]/g, ' ')}`,
      rich: { dot: { color: colour, fontSize } },
    },
  }
}
