import type { ECElementEvent, EChartsType } from 'echarts/core'
import { useEffect, useEffectEvent } from 'react'
import type { ChartData } from '../../../src/answer/shapes.ts'
import { type Dimension, type Mark, markOf, type Point } from '../../../src/draw/index.ts'
import { pointOf } from './pointing.ts'

/** Chart and table light up together. */
export function useHighlight(
  canvas: EChartsType | null,
  chart: ChartData,
  rows: Dimension | null,
  highlighted: Mark | null,
  onHighlight: (mark: Mark | null) => void,
): void {
  const told = useEffectEvent(onHighlight)
  useEffect(
    () => (canvas && !canvas.isDisposed() ? listen(canvas, chart, rows, told) : undefined),
    [canvas, chart, rows],
  )
  useEffect(() => {
    if (canvas && !canvas.isDisposed()) show(canvas, chart, highlighted)
  }, [canvas, chart, highlighted])
}

function listen(canvas: EChartsType, chart: ChartData, rows: Dimension | null, told: (mark: Mark | null) => void) {
  const bySeries = isBySeries(chart, rows)
  const onAxis = (event: unknown) => {
    const index = axisIndex(event)
    const category = index === null ? undefined : chart.categories[index]
    told(category ? markOf(chart.along, category.key) : null)
  }
  const onMark = (event: ECElementEvent) => {
    const point = pointOf(event)
    if (point) told(markOfPoint(chart, rows, point))
  }
  const onLeave = () => told(null)
  if (!bySeries && chart.type !== 'donut') canvas.on('updateAxisPointer', onAxis)
  else canvas.on('mouseover', onMark)
  canvas.on('mouseout', onLeave)
  canvas.on('globalout', onLeave)
  return () => {
    if (canvas.isDisposed()) return
    canvas.off('updateAxisPointer', onAxis)
    canvas.off('mouseover', onMark)
    canvas.off('mouseout', onLeave)
    canvas.off('globalout', onLeave)
  }
}

/** Over time by group, the table has one row a series and one column a period. */
const isBySeries = (chart: ChartData, rows: Dimension | null) => rows !== chart.along && rows === chart.across

function markOfPoint(chart: ChartData, rows: Dimension | null, { series, index }: Point): Mark | null {
  if (rows && isBySeries(chart, rows)) return markOf(rows, chart.series[series]?.key ?? null)
  const category = chart.categories[index]
  return category ? markOf(chart.along, category.key) : null
}

interface AxisEvent {
  readonly axesInfo?: readonly { readonly value?: unknown }[]
}

function axisIndex(event: unknown): number | null {
  // The library types no event of its axis pointer.
  const value = (event as AxisEvent).axesInfo?.[0]?.value
  return typeof value === 'number' ? value : null
}

function show(canvas: EChartsType, chart: ChartData, mark: Mark | null): void {
  canvas.dispatchAction({ type: 'downplay' })
  if (mark === null) return
  const index = chart.categories.findIndex((category) => markOf(chart.along, category.key) === mark)
  if (index >= 0) canvas.dispatchAction({ type: 'highlight', seriesId: drawnIds(chart), dataIndex: index })
  const across = chart.across
  if (across !== 'by' && across !== 'breakdown') return
  const series = chart.series.findIndex(({ key }) => markOf(across, key) === mark)
  if (series >= 0) canvas.dispatchAction({ type: 'highlight', seriesId: [`now-${series}`, `tail-${series}`] })
}

const drawnIds = (chart: ChartData) => chart.series.map((_, i) => `now-${i}`)
