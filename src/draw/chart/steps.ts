import type { ChartData } from '../answer.ts'

/** One bar of a waterfall: from where it begins to where it ends. */
export interface Step {
  readonly from: number
  readonly to: number
  /** Won goes out of a pipeline and is good. */
  readonly sign: '' | '+' | '−'
  readonly tone: 'better' | 'worse' | 'total'
}

const drawnAs = {
  better: { tone: 'better', sign: '+' },
  worse: { tone: 'worse', sign: '−' },
  won: { tone: 'better', sign: '−' },
  total: { tone: 'total', sign: '' },
  other: { tone: 'better', sign: '+' },
} as const

/** Which way a bar goes, and whether that is good. */
export const wayOf = ({ tone = 'better' }: ChartData['categories'][number]): Pick<Step, 'tone' | 'sign'> =>
  drawnAs[tone]

/** Each bar begins where the one before ended; a level stands on the ground. */
export function stepsOf(chart: ChartData): readonly Step[] {
  let level = 0
  return chart.categories.map((category, i) => {
    const way = wayOf(category)
    const value = chart.series[0]?.values[i] ?? 0
    const from = way.sign === '' ? 0 : level
    level = way.sign === '−' ? from - value : from + value
    return { from, to: level, ...way }
  })
}
