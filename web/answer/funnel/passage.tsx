import { IconArrowDown } from '@tabler/icons-react'
import type { Cell } from '../../../src/answer/question/question.ts'
import type { Figures, FunnelStep, Passage } from '../../../src/draw/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './funnel.module.css'
import { OpenFigure } from './open-figure.tsx'

interface Props {
  readonly step: FunnelStep
  readonly passage: Passage
  readonly figures: Figures
  readonly onOpen: (cell: Cell) => void
}

/** Between two steps: who went on, and who was lost. */
export function PassageRow({ step, passage: { of, base, rate, lost, from, to }, figures, onOpen }: Props) {
  const t = useWords()
  const shared = { of: step.label, figures, onOpen }
  return (
    <div className={styles.passage}>
      <span className={styles.slope} style={{ clipPath: slope(from, to) }} aria-hidden />
      <span className={styles.onward}>
        {rate && (
          <OpenFigure {...shared} by={of} figure={rate}>
            <IconArrowDown size={12} stroke={2} aria-hidden />
            {t(base ? 'answer.funnel.of' : 'answer.funnel.onward', {
              value: figures.exact(rate.value, rate.measure.kind),
              step: base,
            })}
          </OpenFigure>
        )}
        {lost && lost.value > 0 && (
          <span className={styles.lost}>
            <OpenFigure {...shared} by={step.key} figure={lost}>
              {t('answer.funnel.lost', { value: figures.exact(lost.value, lost.measure.kind) })}
            </OpenFigure>
          </span>
        )}
      </span>
    </div>
  )
}

/** From the width of one bar to that of the next. */
const slope = (from: number, to: number) =>
  `polygon(0 0, ${(from * 100).toFixed(3)}% 0, ${(to * 100).toFixed(3)}% 100%, 0 100%)`
