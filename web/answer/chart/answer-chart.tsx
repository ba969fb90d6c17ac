import { type RefObject, useMemo, useRef, useState } from 'react'
import type { Cell } from '../../../src/answer/question/question.ts'
import type { Answer } from '../../../src/answer/shapes.ts'
import {
  cellOf,
  chartHeight,
  labelledChart,
  type Mark,
  type Point,
  rowDimension,
  shownChart,
  splitOthers,
  summaryOf,
} from '../../../src/draw/index.ts'
import { readerOf } from '../../reader.ts'
import { drawnWords } from '../../words/index.ts'
import { readerLanguage } from '../../words/language.ts'
import { useCanvas, useWidth } from './canvas.ts'
import { Caption } from './caption.tsx'
import styles from './chart.module.css'
import { useClicks } from './clicks.ts'
import { Cursor } from './cursor.tsx'
import { interactiveOption, useDrawing } from './drawn.ts'
import { useHighlight } from './highlight.ts'
import { type Joined, JoinedGroups, joinedAt, joinedOver } from './joined.tsx'
import { Legend } from './legend.tsx'
import { More } from './more.tsx'
import { NotDrawn } from './not-drawn.tsx'

interface Props {
  readonly answer: Answer
  readonly highlighted: Mark | null
  readonly onHighlight: (mark: Mark | null) => void
  readonly onOpen: (cell: Cell) => void
}

/** The picture of an answer; its place is as high as it will be before it is drawn. Every mark in it opens its records, by pointer and by keyboard. */
export function AnswerChart({ answer, highlighted, onHighlight, onOpen }: Props) {
  const frame = useRef<HTMLElement>(null)
  const [all, setAll] = useState(false)
  const [joined, setJoined] = useState<Joined | null>(null)
  const { chart, groups, aside, drawing, height, box, canvas } = useChart(answer, frame, all)
  const open = (point: Point, at: readonly [x: number, y: number]) => {
    canvas?.dispatchAction({ type: 'hideTip' })
    const cell = cellOf(chart, point, answer.groupLabel !== null)
    if (cell) onOpen(cell)
    else setJoined(joinedAt(answer, chart, point, at))
  }
  const openAside = (cell: Cell) => {
    const parts = aside && joinedOver(answer, chart, aside, [Math.min(120, drawing.width / 2), height])
    if (parts) setJoined(parts)
    else onOpen(cell)
  }
  useClicks(canvas, chart, open)
  useHighlight(canvas, chart, rowDimension(answer), highlighted, onHighlight)
  return (
    <figure className={styles.chart} ref={frame}>
      <figcaption className={styles.caption}>
        <Caption answer={answer} />
        <Legend chart={chart} drawing={drawing} />
      </figcaption>
      <div className={styles.frame}>
        <div
          ref={box}
          role="img"
          aria-label={summaryOf(answer, chart, drawing, readerOf(answer))}
          aria-busy={canvas === null}
          style={{ height }}
        />
        <Cursor canvas={canvas} chart={chart} drawing={drawing} onOpen={open} />
        <JoinedGroups joined={joined} figures={drawing.figures} onOpen={onOpen} onClose={() => setJoined(null)} />
      </div>
      <NotDrawn aside={aside} kind={chart.kind} figures={drawing.figures} onOpen={openAside} />
      <More chart={groups} all={all} onAll={setAll} />
    </figure>
  )
}

/** The chart as it is drawn at the width there is, and its canvas. */
function useChart(answer: Answer, frame: RefObject<HTMLElement | null>, all: boolean) {
  const width = useWidth(frame)
  const drawing = useDrawing(answer, width)
  const labelled = useMemo(() => labelledChart(answer, readerLanguage()), [answer])
  const [groups, aside] = useMemo(() => splitOthers(answer, labelled), [answer, labelled])
  const chart = useMemo(() => shownChart(groups, all, drawnWords('other'), width), [groups, all, width])
  const option = useMemo(() => (width > 0 ? interactiveOption(chart, drawing) : null), [chart, drawing, width])
  const height = chartHeight(chart)
  return { chart, groups, aside, drawing, height, ...useCanvas(option, height) }
}
