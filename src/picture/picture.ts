import type { shapes } from '../answer/index.ts'
import {
  captionOf,
  chartHeight,
  chartOption,
  drawingFor,
  figuresOf,
  labelledChart,
  legendOf,
  type Palette,
  type Reader,
  rangeLabel,
  shownChart,
  splitOthers,
} from '../draw/index.ts'
import { frame, type Line } from './frame.ts'
import { svgOf } from './svg.ts'

type Answer = shapes.Answer
type Chart = shapes.ChartData

export interface Look {
  readonly palette: Palette
  /** In pixels. */
  readonly width: number
}

const margin = 24

/** An answer as one SVG text: what it is, what it is filtered by, the chart with its legend, and what is not drawn. */
export function pictureOf(answer: Answer, reader: Reader, { palette, width }: Look): string {
  const inner = width - 2 * margin
  const drawing = drawingFor(answer, reader, { palette, width: inner, motion: false })
  const [groups, aside] = splitOthers(answer, labelledChart(answer, reader.language))
  const chart = shownChart(groups, false, reader.tell('other'), inner)
  const height = chartHeight(chart)
  return frame({
    ...{ width, margin, palette },
    head: headOf(answer, reader),
    legend: legendOf(chart, drawing),
    drawn: { svg: svgOf(chartOption(chart, drawing), inner, height), height },
    foot: [...beyond(groups, chart, reader), ...asideOf(aside, chart.kind, reader)],
  })
}

function headOf(answer: Answer, reader: Reader): readonly Line[] {
  const { measured, by } = captionOf(answer, reader)
  const range = `${answer.dateLabel}: ${rangeLabel(answer.range, reader.language)}`
  const chips = answer.chips.map(({ label }) => label).join(' · ')
  return [
    { text: answer.report.title, is: 'title' },
    { text: [[measured, by].filter(Boolean).join(' '), range].join(' · '), is: 'lead' },
    ...(chips ? [{ text: chips, is: 'lead' } as const] : []),
  ]
}

/** A picture does not unfold: it has the first groups and says so. Small slices of a ring are drawn together. */
function beyond({ type, categories: all }: Chart, { categories: drawn }: Chart, { tell }: Reader): readonly Line[] {
  if (type === 'donut' || all.length <= drawn.length) return []
  return [{ text: tell('firstOf', { count: drawn.length, all: all.length }), is: 'note' }]
}

function asideOf(
  aside: ReturnType<typeof splitOthers>[1],
  kind: Answer['chart']['kind'],
  reader: Reader,
): readonly Line[] {
  if (!aside) return []
  const figures = figuresOf(reader)
  const said = aside.figures.map(({ label, value }) => `${label} ${figures.exact(value, kind)}`)
  return [{ text: [reader.tell('notDrawn', { what: aside.label }), ...said].join(' · '), is: 'note' }]
}
