import type { ChartData } from '../answer.ts'
import { stepsOf } from './steps.ts'

export const isStacked = (chart: ChartData) =>
  chart.type === 'stacked-bar' || chart.type === 'stacked-column' || (chart.type === 'area' && chart.series.length > 1)

/** More comparison lines than this cannot be told apart; the table has them. */
const mostGhosts = 3

/** Whether the comparison is drawn beside the current figures. */
export const hasGhosts = (chart: ChartData): boolean =>
  chart.series.some(({ previous }) => previous !== null) &&
  ((chart.type !== 'line' && chart.type !== 'area') || chart.series.length <= mostGhosts)

/** Every value that the value axis must reach. */
export function drawnValues(chart: ChartData): readonly number[] {
  if (chart.type === 'waterfall') return stepsOf(chart).map(({ to }) => to)
  const columns = [
    chart.series.map((series) => series.values),
    hasGhosts(chart) ? chart.series.map((series) => series.previous ?? []) : [],
  ]
  const marks = columns.flatMap((lists): readonly (number | null)[] =>
    isStacked(chart) ? stackEnds(lists) : lists.flat(),
  )
  const ahead = chart.trend?.ahead.flatMap(({ low, high }) => [low, high]) ?? []
  const lines = [...(chart.trend?.values ?? []), ...ahead, chart.reference?.value ?? null]
  return [...marks, ...lines].filter((value) => value !== null)
}

/** How far each stack reaches up and down. */
function stackEnds(lists: readonly (readonly (number | null)[])[]): readonly number[] {
  const places: readonly number[] = [...(lists[0]?.keys() ?? [])]
  return places.flatMap((i) => {
    const values = lists.map((list) => list[i] ?? 0)
    return [sum(values.filter((value) => value > 0)), sum(values.filter((value) => value < 0))]
  })
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** The height of each stack as the reader adds it up; null where nothing is known. */
export function stackTotals(chart: ChartData): readonly (number | null)[] {
  return chart.categories.map((_, i) => {
    const known = chart.series.map((series) => series.values[i] ?? null).filter((value) => value !== null)
    return known.length > 0 ? sum(known) : null
  })
}
