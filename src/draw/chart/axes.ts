import type { Kind } from '../../model/index.ts'
import type { ChartData } from '../answer.ts'
import { unitless } from '../looks.ts'
import type { Drawing } from './drawing.ts'
import { drawnValues } from './extent.ts'
import { type Scale, scaleFor } from './scale.ts'

export const fontSize = 12

/** Round ticks from zero; the unit stands once, at the top. */
export function valueAxis(chart: ChartData, drawing: Drawing) {
  const scale = scaleFor(drawnValues(chart), chart.kind)
  return {
    type: 'value' as const,
    ...scale,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { ...text(drawing), formatter: (value: number) => tickLabel(value, scale, chart.kind, drawing) },
    splitLine: { show: true, lineStyle: { color: drawing.palette.hairline, width: 1 } },
  }
}

/** The part of the axis that is left free for figures beside bars that go below zero. */
const roomForSign = 0.08

/** Direct labels say the values, so that the axis is only as long as the longest bar. */
export function silentValueAxis(chart: ChartData) {
  const values = drawnValues(chart)
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values) || 1
  return {
    type: 'value' as const,
    min: low < 0 ? low - (high - low) * roomForSign : 0,
    max: high,
    axisLabel: { show: false },
    splitLine: { show: false },
  }
}

function tickLabel(value: number, scale: Scale, kind: Kind, { figures }: Drawing): string {
  const top = value === scale.max || value === 0 ? kind : unitless(kind)
  return figures.short(value, value === 0 ? unitless(kind) : top)
}

export function categoryAxis(labels: readonly string[], { palette }: Drawing) {
  return {
    type: 'category' as const,
    data: [...labels],
    axisLine: { show: true, lineStyle: { color: palette.outline, width: 1 } },
    axisTick: { show: false },
  }
}

export const text = ({ palette }: Drawing) => ({ color: palette.inkFaint, fontFamily: palette.font, fontSize })

/** Keeps a label legible on a line that crosses it. */
export const halo = ({ palette }: Drawing) => ({ textBorderColor: palette.surface, textBorderWidth: 3 })

/** The periods' labels with those that a forecast adds. */
export const periodLabels = (chart: ChartData): readonly string[] => [
  ...chart.categories.map((category) => category.label),
  ...(chart.trend?.ahead.map((period) => period.label) ?? []),
]
