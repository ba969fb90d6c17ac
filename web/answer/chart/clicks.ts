import type { ECElementEvent, EChartsType } from 'echarts/core'
import { useEffect, useEffectEvent } from 'react'
import type { ChartData } from '../../../src/answer/shapes.ts'
import type { Point } from '../../../src/draw/index.ts'
import { nearestPoint, pointOf } from './pointing.ts'

type Open = (point: Point, at: readonly [x: number, y: number]) => void

/** A click on a mark opens it; a click beside the marks opens the nearest, as the shade promises. */
export function useClicks(canvas: EChartsType | null, chart: ChartData, onOpen: Open): void {
  const open = useEffectEvent(onOpen)
  useEffect(() => {
    if (!canvas || canvas.isDisposed()) return
    const precise = chart.type !== 'line' && chart.type !== 'area'
    const onMark = (event: ECElementEvent) => {
      const point = precise ? pointOf(event) : null
      if (point) open(point, spotOf(event.event))
    }
    const onGround = (event: Spot) => {
      if (precise && event.target) return
      const point = nearestPoint(canvas, chart, event)
      if (point) open(point, spotOf(event))
    }
    canvas.on('click', onMark)
    canvas.getZr().on('click', onGround)
    return () => {
      if (canvas.isDisposed()) return
      canvas.off('click', onMark)
      canvas.getZr().off('click', onGround)
    }
  }, [canvas, chart])
}

interface Spot {
  readonly offsetX: number
  readonly offsetY: number
  readonly target?: unknown
}

const spotOf = (event: Partial<Spot> | undefined) => [event?.offsetX ?? 0, event?.offsetY ?? 0] as const
