import type { LineSeriesOption, MarkLineComponentOption, MarkPointComponentOption } from 'echarts'
import type { ChartData } from '../answer.ts'
import { halo, text } from './axes.ts'
import { faded } from './colours.ts'
import type { Drawing } from './drawing.ts'

/** The overall average or a goal: a line across with its label. `axis` is the axis that has the values. */
export function referenceLine(
  chart: ChartData,
  drawing: Drawing,
  axis: 'x' | 'y',
): MarkLineComponentOption | undefined {
  if (!chart.reference) return undefined
  const { label, value } = chart.reference
  const { palette, figures } = drawing
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    z: 1,
    lineStyle: { color: palette.inkSoft, width: 1, type: 'solid' },
    label: {
      ...text(drawing),
      color: palette.inkSoft,
      position: axis === 'x' ? 'start' : 'insideEndTop',
      ...halo(drawing),
      formatter: () => `${label} ${figures.short(value, chart.kind)}`,
    },
    data: [axis === 'x' ? { xAxis: value } : { yAxis: value }],
  }
}

/** A ring around each period outside the expected range. */
export function anomalyRings(chart: ChartData, { palette }: Drawing): MarkPointComponentOption | undefined {
  const values = chart.series[0]?.values ?? []
  const found = chart.anomalies.filter(({ index }) => (values[index] ?? null) !== null)
  if (found.length === 0) return undefined
  return {
    silent: true,
    symbol: 'circle',
    symbolSize: 16,
    animation: false,
    itemStyle: { color: 'transparent', borderColor: palette.warning, borderWidth: 2 },
    label: { show: false },
    data: found.map(({ index }) => ({ name: '', coord: [index, values[index] ?? 0] })),
  }
}

/** The fitted line and, for a forecast, its continuation in a band. */
export function trendSeries(chart: ChartData, { palette }: Drawing): readonly LineSeriesOption[] {
  if (!chart.trend) return []
  const { values, ahead } = chart.trend
  const line: LineSeriesOption = {
    ...quiet,
    id: 'trend',
    lineStyle: { color: palette.inkSoft, width: 1.5, type: [5, 4] },
    data: [...values.map((value) => value ?? '-'), ...ahead.map(({ value }) => value)],
  }
  return ahead.length > 0 ? [...band(chart, palette.inkSoft), line] : [line]
}

/** Two stacked lines: up to the low edge unseen, from there to the high edge filled. */
function band(chart: ChartData, colour: string): readonly LineSeriesOption[] {
  const empty = chart.categories.map(() => '-' as const)
  const ahead = chart.trend?.ahead ?? []
  const edge = { ...quiet, stack: 'band', stackStrategy: 'all' as const, lineStyle: { opacity: 0 } }
  return [
    { ...edge, id: 'band-low', data: [...empty, ...ahead.map(({ low }) => low)] },
    {
      ...edge,
      id: 'band-high',
      areaStyle: { color: faded(colour, 0.16) },
      data: [...empty, ...ahead.map(({ low, high }) => high - low)],
    },
  ]
}

const quiet = { type: 'line' as const, silent: true, symbol: 'none', animation: false, connectNulls: true, z: 4 }
