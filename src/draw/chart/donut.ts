import type { PieSeriesOption } from 'echarts/charts'
import type { ChartData } from '../answer.ts'
import { text } from './axes.ts'
import type { ChartOption } from './chart-option.ts'
import { sliceColours } from './colours.ts'
import type { Drawing } from './drawing.ts'
import { currentId } from './points.ts'

/** Parts of a whole: what is not above zero has no slice. */
export function donut(chart: ChartData, drawing: Drawing): ChartOption {
  const { palette, figures, width } = drawing
  const named = width >= 560
  return {
    series: [
      {
        type: 'pie',
        id: currentId(0),
        radius: ['56%', '82%'],
        cursor: 'pointer',
        startAngle: 90,
        itemStyle: { borderColor: palette.surface, borderWidth: 2 },
        emphasis: { scale: true, scaleSize: 4 },
        label: {
          show: named,
          ...text(drawing),
          color: palette.ink,
          formatter: ({ name, dataIndex, percent }) => {
            const value = chart.series[0]?.values[dataIndex] ?? null
            return `${name}  ${figures.short(value, chart.kind)} · ${figures.short(percent ?? null, 'percent')}`
          },
        },
        labelLine: { show: named, length: 10, length2: 8, lineStyle: { color: palette.outline } },
        data: slices(chart, drawing),
      },
      centre(chart, drawing),
    ],
  }
}

function slices(chart: ChartData, { palette }: Drawing) {
  const colours = sliceColours(chart, palette)
  return chart.categories.map(({ label }, i) => ({
    name: label,
    value: Math.max(0, chart.series[0]?.values[i] ?? 0),
    itemStyle: { color: colours[i] },
  }))
}

/** The whole, written where the ring is empty. */
function centre(chart: ChartData, { palette, figures }: Drawing): PieSeriesOption {
  const whole = (chart.series[0]?.values ?? []).reduce<number>((sum, value) => sum + Math.max(0, value ?? 0), 0)
  return {
    type: 'pie',
    id: 'centre',
    silent: true,
    radius: 0,
    label: {
      position: 'center',
      formatter: () => figures.short(whole, chart.kind),
      color: palette.ink,
      fontFamily: palette.font,
      fontSize: 20,
    },
    labelLine: { show: false },
    data: [{ value: 1, name: '', itemStyle: { color: 'transparent' } }],
  }
}
