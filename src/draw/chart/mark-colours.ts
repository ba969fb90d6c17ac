import type { ChartData } from '../answer.ts'
import type { Palette } from '../palette.ts'
import { seriesColours, sliceColours } from './colours.ts'
import { stepsOf } from './steps.ts'

/** The colours of the marks at one place, a series each, as they are drawn. */
export function markColours(chart: ChartData, index: number, palette: Palette): readonly string[] {
  if (chart.type === 'donut') return [sliceColours(chart, palette)[index] ?? '']
  if (chart.type === 'waterfall') return [palette[stepsOf(chart)[index]?.tone ?? 'total']]
  if (chart.categories[index]?.tone === 'other') return chart.series.map(() => palette.other)
  return seriesColours(chart, palette)
}
