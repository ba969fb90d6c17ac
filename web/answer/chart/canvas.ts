import type { EChartsType } from 'echarts/core'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { readPalette } from '../../tokens/palette.ts'
import type { ChartOption } from './echarts.ts'
import { init } from './echarts.ts'

/** A canvas that lives as long as its element and follows its width. */
export function useCanvas(
  option: ChartOption | null,
  height: number,
): {
  readonly box: RefObject<HTMLDivElement | null>
  readonly canvas: EChartsType | null
} {
  const box = useRef<HTMLDivElement>(null)
  const [canvas, setCanvas] = useState<EChartsType | null>(null)
  useEffect(() => {
    if (!box.current) return
    const made = init(box.current, null, { renderer: 'canvas' })
    void fontOrPatience().then(() => made.isDisposed() || setCanvas(made))
    return () => made.dispose()
  }, [])
  useEffect(() => {
    if (!canvas || !option || canvas.isDisposed()) return
    canvas.resize({ height })
    canvas.setOption(option, { replaceMerge: ['series', 'grid', 'xAxis', 'yAxis'] })
  }, [canvas, option, height])
  return { box, canvas }
}

/** A canvas does not notice when its font comes after it was drawn. */
const fontOrPatience = () =>
  Promise.race([
    document.fonts.load(`12px ${readPalette().font}`),
    new Promise((resolve) => setTimeout(resolve, longestWaitMs)),
  ])

const longestWaitMs = 400

/** The width of an element in pixels; 0 before it is known. */
export function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [box])
  return width
}
