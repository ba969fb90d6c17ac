import type { ChartData } from '../answer.ts'

/** The key of the slice that joins the small ones; no group has it. */
export const otherKey = '\u0000other'

export const firstGroups = 15
/** A canvas cannot be of any height. */
export const mostGroups = 300
const mostSlices = 8
/** The part of the whole below which there is no room for a name beside the ring. */
const thinnest = 0.02

/** The part of the chart that is drawn: the first groups of many, the large slices of a whole. */
export function shownChart(chart: ChartData, all: boolean, other: string, width: number): ChartData {
  if (chart.type === 'donut') return withOther(wholes(chart), other)
  if (chart.type === 'waterfall') return wholes(chart)
  if (chart.along === 'period') return chart
  return laidDown(head(chart, all ? mostGroups : firstGroups), width)
}

/** Narrower columns have no room for a name below them. */
const narrowestColumn = 46

/** Columns that are too many for the width lie down as bars. */
function laidDown(chart: ChartData, width: number): ChartData {
  if (width === 0 || width / chart.categories.length >= narrowestColumn) return chart
  if (chart.type === 'column') return { ...chart, type: 'bar' }
  return chart.type === 'stacked-column' ? { ...chart, type: 'stacked-bar' } : chart
}

export const hiddenGroups = (chart: ChartData): number =>
  chart.type === 'donut' || chart.along === 'period' ? 0 : Math.max(0, chart.categories.length - firstGroups)

function head(chart: ChartData, count: number): ChartData {
  if (chart.categories.length <= count) return chart
  return {
    ...chart,
    categories: chart.categories.slice(0, count),
    series: chart.series.map((series) => ({
      ...series,
      values: series.values.slice(0, count),
      previous: series.previous?.slice(0, count) ?? null,
    })),
  }
}

/** A ring has one series: the sum of the parts a group was broken down into, or the first figure. */
function wholes(chart: ChartData): ChartData {
  const [first] = chart.series
  if (!first) return chart
  const parts = chart.across === 'measure' ? [first] : chart.series
  const values = chart.categories.map((_, i) => parts.reduce((sum, part) => sum + (part.values[i] ?? 0), 0))
  const whole = { ...first, key: null, values, previous: null, tone: null, joins: null }
  return { ...chart, across: 'none', series: [whole], reference: null, trend: null, anomalies: [] }
}

function withOther(chart: ChartData, label: string): ChartData {
  const [series] = chart.series
  if (!series) return chart
  const sizeOf = (i: number) => Math.max(0, series.values[i] ?? 0)
  const whole = [...series.values.keys()].reduce((sum, i) => sum + sizeOf(i), 0)
  const beyond = (i: number) => Number(chart.categories[i]?.tone === 'other')
  const order = [...series.values.keys()].sort(
    (a, b) => beyond(a) - beyond(b) || (series.values[b] ?? 0) - (series.values[a] ?? 0),
  )
  const most = order.length > mostSlices ? mostSlices - 1 : mostSlices
  const large = order.slice(0, most).filter((i) => sizeOf(i) >= whole * thinnest)
  if (order.length - large.length < 2) return chart
  const rest = order.filter((i) => !large.includes(i)).reduce((sum, i) => sum + (series.values[i] ?? 0), 0)
  const kept = large.flatMap((i) => chart.categories[i] ?? [])
  return {
    ...chart,
    categories: [...kept, { key: otherKey, label, incomplete: false }],
    series: [{ ...series, values: [...large.map((i) => series.values[i] ?? null), rest] }],
  }
}
