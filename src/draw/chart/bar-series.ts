import type { BarSeriesOption } from 'echarts/charts'
import type { ChartData } from '../answer.ts'
import { halo, text } from './axes.ts'
import { faded } from './colours.ts'
import type { Drawing } from './drawing.ts'
import { isStacked, stackTotals } from './extent.ts'
import { currentId, ghostId } from './points.ts'

/** Bars lie along x and columns stand along y. */
export interface Direction {
  readonly along: 'x' | 'y'
  readonly labelled: boolean
}

const thickest = { x: 22, y: 44 }

export function barSeries(
  chart: ChartData,
  index: number,
  colour: string,
  drawing: Drawing,
  direction: Direction,
): BarSeriesOption {
  const values = chart.series[index]?.values ?? []
  return {
    ...shape(chart, index, 'now', direction.along),
    id: currentId(index),
    itemStyle: { color: colour, borderRadius: isStacked(chart) ? 0 : 2, ...seam(chart, drawing) },
    emphasis: {
      itemStyle: { color: colour, borderColor: drawing.palette.ink, borderWidth: 1.5 },
      label: { fontWeight: 600 },
    },
    label: { show: direction.labelled, ...text(drawing), ...halo(drawing), color: drawing.palette.ink },
    data: values.map((value, i) => ({
      // A missing value is written as a dash where its bar would begin.
      value: value ?? (direction.labelled ? 0 : '-'),
      label: { position: labelSide(value, direction), formatter: () => drawing.figures.short(value, chart.kind) },
      itemStyle: {
        ...(chart.categories[i]?.incomplete ? { decal: hatch(drawing) } : {}),
        ...(chart.categories[i]?.tone === 'other' ? { color: drawing.palette.other } : {}),
      },
    })),
  }
}

/** The comparison: the same bar as an outline, beside the current one. */
export function ghostSeries(
  chart: ChartData,
  index: number,
  colour: string,
  along: 'x' | 'y',
): readonly BarSeriesOption[] {
  const previous = chart.series[index]?.previous
  if (!previous) return []
  return [
    {
      ...shape(chart, index, 'before', along),
      id: ghostId(index),
      itemStyle: { color: faded(colour, 0.16), borderColor: faded(colour, 0.9), borderWidth: 1, borderRadius: 2 },
      data: previous.map((value) => ({ value: value ?? '-', itemStyle: value ? {} : { borderWidth: 0 } })),
    },
  ]
}

/** An empty bar at the end of each stack that carries the sum as its label. */
export function stackTotalSeries(chart: ChartData, drawing: Drawing, along: 'x' | 'y'): BarSeriesOption {
  const totals = stackTotals(chart)
  return {
    type: 'bar',
    id: 'totals',
    stack: 'now',
    silent: true,
    itemStyle: { color: 'transparent' },
    label: {
      show: true,
      ...text(drawing),
      color: drawing.palette.ink,
      position: along === 'x' ? 'right' : 'top',
      formatter: ({ dataIndex }) => drawing.figures.short(totals[dataIndex] ?? null, chart.kind),
    },
    data: totals.map(() => 0),
  }
}

const shape = (chart: ChartData, index: number, stack: 'now' | 'before', along: 'x' | 'y') => ({
  type: 'bar' as const,
  name: chart.series[index]?.label ?? '',
  barMaxWidth: thickest[along],
  barCategoryGap: '32%',
  barGap: '12%',
  cursor: 'pointer',
  stack: isStacked(chart) ? stack : undefined,
})

const seam = (chart: ChartData, { palette }: Drawing) =>
  isStacked(chart) ? { borderColor: palette.surface, borderWidth: 1 } : {}

function labelSide(value: number | null, { along }: Direction) {
  const forward = (value ?? 0) >= 0
  if (along === 'x') return forward ? ('right' as const) : ('left' as const)
  return forward ? ('top' as const) : ('bottom' as const)
}

/** The period is not over: stripes in the colour of the ground. */
const hatch = ({ palette }: Drawing) => ({
  symbol: 'rect',
  symbolSize: 1,
  dashArrayX: [1, 0],
  dashArrayY: [3, 3],
  rotation: -Math.PI / 4,
  color: palette.surface,
})
