import type { ChartData, ChartType } from '../answer.ts'
import { bars, barsHeight } from './bars.ts'
import type { ChartOption } from './chart-option.ts'
import { columns } from './columns.ts'
import { donut } from './donut.ts'
import type { Drawing } from './drawing.ts'
import { lines } from './lines.ts'
import { waterfall } from './waterfall.ts'

type Family = (chart: ChartData, drawing: Drawing) => ChartOption

const families: Readonly<Record<ChartType, Family>> = {
  bar: bars,
  'stacked-bar': bars,
  column: columns,
  'stacked-column': columns,
  line: lines,
  area: lines,
  donut,
  waterfall,
  funnel: bars,
  feed: bars,
}

/** What is to be drawn, in the drawing library's words. Data in, data out. */
export function chartOption(chart: ChartData, drawing: Drawing): ChartOption {
  const { palette, motion } = drawing
  return {
    animation: motion,
    animationDuration: 0,
    animationDurationUpdate: 140,
    animationEasingUpdate: 'cubicOut',
    textStyle: { fontFamily: palette.font, color: palette.ink },
    ...families[chart.type](chart, drawing),
  }
}

/** Whether the groups stand below one another. */
export const isLying = (chart: ChartData): boolean => families[chart.type] === bars

export const chartHeight = (chart: ChartData): number => (isLying(chart) ? barsHeight(chart) : 300)
