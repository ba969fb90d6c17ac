import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Cell } from '../../../src/answer/question/question.ts'
import type { Figures, StepFigure } from '../../../src/draw/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './funnel.module.css'

interface Props {
  readonly of: string
  readonly by: string | null
  readonly figure: StepFigure
  readonly figures: Figures
  readonly onOpen: (cell: Cell) => void
  /** Instead of the figure alone. */
  readonly children?: ReactNode
}

/** A figure beside a bar, which opens the records behind it. */
export function OpenFigure({ of, by, figure: { measure, value }, figures, onOpen, children }: Props) {
  const t = useWords()
  const said = figures.exact(value, measure.kind)
  return (
    <UnstyledButton
      className={styles.figure}
      title={measure.label}
      aria-label={t('answer.open', { what: `${of}, ${measure.label}`, value: said })}
      onClick={() => onOpen({ measure: measure.key, by })}
    >
      {children ?? said}
    </UnstyledButton>
  )
}
