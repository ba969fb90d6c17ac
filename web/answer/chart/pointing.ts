import type { ECElementEvent, EChartsType } from 'echarts/core'
import type { ChartData } from '../../../src/answer/shapes.ts'
import { isLying, type Point, pointAt } from '../../../src/draw/index.ts'

interface Spot {
  readonly offsetX: number
  readonly offsetY: number
}

/** The mark that a click on an element of the drawing means. */
export const pointOf = (event: ECElementEvent): Point | null =>
  event.dataIndex === undefined ? null : pointAt(event.seriesId ?? '', event.dataIndex)

/** The mark nearest to a spot between the marks: in its column, the value closest to its height. */
export function nearestPoint(canvas: EChartsType, chart: ChartData, spot: Spot): Point | null {
  const at = [spot.offsetX, spot.offsetY]
  if (chart.type === 'donut' || !canvas.containPixel('grid', at)) return null
  const [x = 0, y = 0] = canvas.convertFromPixel({ gridIndex: 0 }, at)
  const lying = isLying(chart)
  const index = Math.round(lying ? y : x)
  const series = closest(chart, index, lying ? x : y)
  return series === null ? null : { series, index, previous: false }
}

function closest(chart: ChartData, index: number, value: number): number | null {
  const distances = chart.series.flatMap(({ values }, series) => {
    const here = values[index] ?? null
    return here === null ? [] : [{ series, distance: Math.abs(here - value) }]
  })
  return distances.sort((a, b) => a.distance - b.distance)[0]?.series ?? null
}
