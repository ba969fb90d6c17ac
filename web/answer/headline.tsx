import { UnstyledButton } from '@mantine/core'
import type { Cell } from '../../src/answer/question/question.ts'
import type { Answer } from '../../src/answer/shapes.ts'
import { type HeadlineFigure, headlineOf } from '../../src/draw/index.ts'
import { readerOf } from '../reader.ts'
import { useWords } from '../words/index.ts'
import { Change } from './change.tsx'
import styles from './headline.module.css'
import { Sparkline } from './sparkline.tsx'

interface Props {
  readonly answer: Answer
  readonly onOpen: (cell: Cell) => void
}

/** The figures the report is about. Each opens the records behind it. */
export function Headline({ answer, onOpen }: Props) {
  const figures = headlineOf(answer, readerOf(answer))
  if (figures.length === 0) return null
  return (
    <ul className={styles.headline}>
      {figures.map((figure) => (
        <li key={figure.measure}>
          <Figure {...figure} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  )
}

function Figure({ onOpen, ...figure }: HeadlineFigure & Pick<Props, 'onOpen'>) {
  const t = useWords()
  const { measure, label, kind, better, short, exact, spark, compared } = figure
  return (
    <UnstyledButton
      className={styles.figure}
      title={exact}
      aria-label={t('answer.open', { what: label, value: exact })}
      onClick={() => onOpen({ measure })}
    >
      <span className={styles.label}>{label}</span>
      <span className={styles.line}>
        <span className={styles.value}>{short}</span>
        {spark.length > 1 && <Sparkline values={spark} />}
      </span>
      {compared && <Change {...compared} kind={kind} better={better} />}
    </UnstyledButton>
  )
}
