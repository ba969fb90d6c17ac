import type { ChartData } from '../answer.ts'
import { faded, seriesColours, sliceColours } from './colours.ts'
import type { Drawing } from './drawing.ts'
import { hasGhosts, isStacked } from './extent.ts'
import { isNamedAtEnd } from './lines.ts'

export interface LegendEntry {
  readonly label: string
  readonly swatch: 'filled' | 'outlined' | 'hatched' | 'dashed' | 'dotted' | 'line' | 'pale'
  readonly colour: string
}

/** What the marks are, in their order, where they cannot be labelled directly. */
export const legendOf = (chart: ChartData, drawing: Drawing): readonly LegendEntry[] => [
  ...series(chart, drawing),
  ...comparison(chart, drawing),
  ...trend(chart, drawing),
  ...unfinished(chart, drawing),
]

function series(chart: ChartData, drawing: Drawing): readonly LegendEntry[] {
  if (chart.type === 'donut') return drawing.width < 560 ? slices(chart, drawing) : []
  if (chart.series.length < 2 || isNamedAtEnd(chart, drawing)) return []
  const colours = seriesColours(chart, drawing.palette)
  return chart.series.map(({ label }, i) => ({ label, swatch: 'filled', colour: colours[i] ?? '' }))
}

function slices(chart: ChartData, drawing: Drawing): readonly LegendEntry[] {
  const colours = sliceColours(chart, drawing.palette)
  return chart.categories.map(({ label }, i) => ({ label, swatch: 'filled', colour: colours[i] ?? '' }))
}

const isLine = ({ type }: ChartData) => type === 'line' || type === 'area'

function comparison(chart: ChartData, { palette, words }: Drawing): readonly LegendEntry[] {
  if (!hasGhosts(chart)) return []
  const colour = chart.series.length > 1 ? palette.inkSoft : faded(palette.series[0] ?? palette.accent, 0.6)
  return [{ label: words.previous, swatch: isLine(chart) ? 'line' : 'outlined', colour }]
}

const trend = (chart: ChartData, { palette }: Drawing): readonly LegendEntry[] =>
  chart.trend ? [{ label: chart.trend.label, swatch: 'dashed', colour: palette.inkSoft }] : []

function unfinished(chart: ChartData, { palette, words }: Drawing): readonly LegendEntry[] {
  if (!chart.categories.some((category) => category.incomplete)) return []
  const swatch = !isLine(chart) ? 'hatched' : isStacked(chart) ? 'pale' : 'dotted'
  return [{ label: words.incomplete, swatch, colour: palette.inkSoft }]
}
