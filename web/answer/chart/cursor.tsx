import type { EChartsType } from 'echarts/core'
import { type KeyboardEvent, useState } from 'react'
import type { ChartData } from '../../../src/answer/shapes.ts'
import { currentId, type Drawing, type Point, points, spoken } from '../../../src/draw/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './chart.module.css'

interface Props {
  readonly canvas: EChartsType | null
  readonly chart: ChartData
  readonly drawing: Drawing
  readonly onOpen: (point: Point, at: readonly [x: number, y: number]) => void
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** The keyboard's way over the marks of a chart: one button that is each mark in turn. */
export function Cursor({ canvas, chart, drawing, onOpen }: Props) {
  const t = useWords()
  const [place, setPlace] = useState(0)
  const marks = points(chart)
  const at = Math.min(place, marks.length - 1)
  const mark = marks[at]
  if (!mark) return null
  const moveTo = (next: number) => {
    const point = marks[next]
    if (point) show(canvas, point)
    setPlace(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = target(event.key, at, marks.length)
    if (next === null) return
    event.preventDefault()
    moveTo(next)
  }
  return (
    <button
      type="button"
      className={styles.cursor}
      aria-label={`${spoken(chart, mark.series, mark.index, drawing)}. ${t('answer.chart.keys')}`}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && moveTo(at)}
      onBlur={() => hide(canvas)}
      onKeyDown={onKeyDown}
      onClick={() => onOpen(mark, middleOf(canvas))}
    />
  )
}

function target(key: string, at: number, count: number): number | null {
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const step = steps[key]
  return step === undefined ? null : Math.max(0, Math.min(count - 1, at + step))
}

function show(canvas: EChartsType | null, { series, index }: Point): void {
  if (!canvas || canvas.isDisposed()) return
  canvas.dispatchAction({ type: 'downplay' })
  canvas.dispatchAction({ type: 'highlight', seriesId: currentId(series), dataIndex: index })
  canvas.dispatchAction({ type: 'showTip', seriesIndex: placeOf(canvas, series), dataIndex: index })
}

function hide(canvas: EChartsType | null): void {
  if (!canvas || canvas.isDisposed()) return
  canvas.dispatchAction({ type: 'hideTip' })
  canvas.dispatchAction({ type: 'downplay' })
}

/** The tooltip wants the place of a series among all that are drawn. */
function placeOf(canvas: EChartsType, series: number): number {
  const drawn: unknown = canvas.getOption().series
  return Array.isArray(drawn) ? drawn.findIndex((one) => one.id === currentId(series)) : 0
}

/** Where what belongs to the mark is shown when there was no pointer: the middle. */
const middleOf = (canvas: EChartsType | null) =>
  [(canvas?.getWidth() ?? 0) / 2, (canvas?.getHeight() ?? 0) / 2] as const
