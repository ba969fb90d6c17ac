import type { ChartData } from '../answer.ts'
import type { Palette } from '../palette.ts'
import { seriesPlaces } from './meaning.ts'
import { otherKey } from './shown.ts'

export type ChartSeries = ChartData['series'][number]

/** The word that decides a series' colour: a group has its key, a figure its name. */
const meaningOf = (chart: ChartData, series: ChartSeries) =>
  chart.across === 'measure' ? series.measure : (series.key ?? '')

/** Green and red tell better from worse only where both stand side by side. */
const isJudged = (chart: ChartData, { tone }: ChartSeries) =>
  tone === 'other' || tone === 'total' || (tone !== null && chart.series.length > 1)

/** What has no value has no colour of a value. */
const isMissing = ({ across, series }: ChartData, { key, joins }: ChartSeries) =>
  key === null && joins === null && series.length > 1 && (across === 'by' || across === 'breakdown')

/** One colour a series, in the order of the series. */
export function seriesColours(chart: ChartData, palette: Palette): readonly string[] {
  const [first = palette.accent] = palette.series
  const toneless = chart.series.filter((series) => !isJudged(chart, series) && !isMissing(chart, series))
  const places = seriesPlaces(toneless.map((series) => meaningOf(chart, series)))
  return chart.series.map((series) => {
    if (isMissing(chart, series)) return palette.missing
    if (series.tone !== null && isJudged(chart, series)) return palette[series.tone]
    return chart.series.length === 1 ? first : (palette.series[places.get(meaningOf(chart, series)) ?? 0] ?? first)
  })
}

/** One colour a slice: the slices of a donut are its categories. */
export function sliceColours(chart: ChartData, palette: Palette): readonly string[] {
  const isOther = ({ key, tone }: ChartData['categories'][number]) => key === otherKey || tone === 'other'
  const isNone = ({ key }: ChartData['categories'][number]) => key === null && chart.categories.length > 1
  const own = chart.categories.filter((category) => !isOther(category) && !isNone(category))
  const places = seriesPlaces(own.map((category) => category.key ?? ''))
  return chart.categories.map((category) =>
    isNone(category)
      ? palette.missing
      : isOther(category)
        ? palette.other
        : (palette.series[places.get(category.key ?? '') ?? 0] ?? palette.accent),
  )
}

/** A colour of the tokens, `#rrggbb`, seen through. */
export const faded = (colour: string, opacity: number): string =>
  colour +
  Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')
