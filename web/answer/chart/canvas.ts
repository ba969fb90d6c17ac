import type { EChartsType } from 'echarts/core'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type ChartOption, palettes } from '../../../src/draw/index.ts'

/** The drawing library is large and comes after the page. */
export const drawingLibrary = () => import('./echarts.ts')

/** A canvas that lives as long as its element and follows its width; null until it can be drawn on. */
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
    let left = false
    let made: EChartsType | null = null
    void Promise.all([drawingLibrary(), fontOrPatience()]).then(([{ init }]) => {
      if (left || !box.current) return
      made = init(box.current, null, { renderer: 'canvas' })
      setCanvas(made)
    })
    return () => {
      left = true
      made?.dispose()
    }
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
    document.fonts.load(`12px ${palettes.light.font}`),
    new Promise((resolve) => setTimeout(resolve, longestWaitMs)),
  ])

const longestWaitMs = 400

/** The width of an element in pixels: known before anything is painted, so that no height follows it later. */
export function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (!box.current) return
    setWidth(Math.floor(box.current.clientWidth))
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [box])
  return width
}
