import { UnstyledButton } from '@mantine/core'
import type { Cell } from '../../../src/answer/question/question.ts'
import type { ChartData } from '../../../src/answer/shapes.ts'
import type { Aside, Figures } from '../../../src/draw/index.ts'
import { drawnWords, useWords } from '../../words/index.ts'
import styles from './chart.module.css'

interface Props {
  readonly aside: Aside | null
  readonly kind: ChartData['kind']
  readonly figures: Figures
  readonly onOpen: (cell: Cell) => void
}

/** Beneath the chart, with its figures: each opens its records. */
export function NotDrawn({ aside, kind, figures, onOpen }: Props) {
  const t = useWords()
  if (!aside) return null
  return (
    <p className={styles.notDrawn}>
      {drawnWords('notDrawn', { what: aside.label })}
      {aside.figures.map(({ label, value, cell }) => {
        const said = figures.exact(value, kind)
        return (
          <UnstyledButton
            key={cell.measure}
            className={styles.notDrawnFigure}
            aria-label={t('answer.open', {
              what: `${aside.label}, ${label}`,
              value: said,
            })}
            onClick={() => onOpen(cell)}
          >
            {label} {said}
          </UnstyledButton>
        )
      })}
    </p>
  )
}
