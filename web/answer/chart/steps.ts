import type { ChartData } from '../../../src/answer/shapes.ts'

/** One bar of a waterfall: from where it begins to where it ends. */
export interface Step {
  readonly from: number
  readonly to: number
  readonly tone: 'better' | 'worse' | 'total'
}

/** Each bar begins where the one before ended; a level stands on the ground. */
export function stepsOf(chart: ChartData): readonly Step[] {
  let level = 0
  return chart.categories.map((category, i) => {
    const tone = category.tone === 'other' ? 'better' : (category.tone ?? 'better')
    const value = chart.series[0]?.values[i] ?? 0
    const from = tone === 'total' ? 0 : level
    level = tone === 'worse' ? from - value : from + value
    return { from, to: level, tone }
  })
}
