import { useReducedMotion } from '@mantine/hooks'
import { useMemo } from 'react'
import type { Answer, ChartData } from '../../../src/answer/shapes.ts'
import {
  type ChartOption,
  chartOption,
  type Drawing,
  drawingFor,
  markColours,
  readingAt,
} from '../../../src/draw/index.ts'
import { readerOf } from '../../reader.ts'
import { useThemePalette } from './theme-palette.ts'
import { tooltipOf } from './tooltip.ts'

/** What to draw with, for this reader, theme and width. */
export function useDrawing(answer: Answer, width: number): Drawing {
  const palette = useThemePalette()
  const motion = !useReducedMotion()
  const { compareRange, currency, timeZone } = answer
  return useMemo(
    () => drawingFor({ compareRange }, readerOf({ currency, timeZone }), { palette, width, motion }),
    [palette, width, motion, compareRange, currency, timeZone],
  )
}

/** The option with what only a screen has: a tooltip, and a shade under the pointer. */
export function interactiveOption(chart: ChartData, drawing: Drawing): ChartOption {
  return { ...chartOption(chart, drawing), tooltip: tooltip(chart, drawing) }
}

function tooltip(chart: ChartData, drawing: Drawing): ChartOption['tooltip'] {
  const { palette } = drawing
  const whole = chart.type === 'donut'
  return {
    trigger: whole ? 'item' : 'axis',
    confine: true,
    transitionDuration: 0,
    padding: 0,
    borderWidth: 0,
    backgroundColor: 'transparent',
    extraCssText: 'box-shadow: none; z-index: 10',
    axisPointer: pointerOf(chart, drawing),
    formatter: (under) => {
      const index = (Array.isArray(under) ? under[0] : under)?.dataIndex ?? 0
      const reading = readingAt(chart, index, drawing)
      return reading ? tooltipOf(reading, markColours(chart, index, palette)) : ''
    },
  }
}

const pointerOf = ({ type }: ChartData, { palette }: Drawing) =>
  type === 'line' || type === 'area'
    ? {
        type: 'line' as const,
        triggerEmphasis: false,
        lineStyle: { color: palette.outline, type: 'solid' as const, width: 1 },
      }
    : { type: 'shadow' as const, shadowStyle: { color: palette.inkFaint, opacity: 0.1 } }
