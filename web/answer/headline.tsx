import { UnstyledButton } from '@mantine/core'
import type { Cell } from '../../src/answer/question/question.ts'
import type { Answer } from '../../src/answer/shapes.ts'
import { useWords } from '../words/index.ts'
import { Change } from './change.tsx'
import { changeIn } from './change-text.ts'
import { isAhead } from './dimensions.ts'
import { useFigures } from './figures.ts'
import styles from './headline.module.css'
import { Sparkline } from './sparkline.tsx'

interface Props {
  readonly answer: Answer
  readonly onOpen: (cell: Cell) => void
}

/** The figures the report is about, where its rows add up to some. Each opens the records behind it. */
export function Headline({ answer, onOpen }: Props) {
  if (!answer.hasTotal) return null
  return (
    <ul className={styles.headline}>
      {answer.headline.map((one) => (
        <li key={one.measure}>
          <Figure one={one} answer={answer} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  )
}

function Figure({ one, answer, onOpen }: Props & { readonly one: Answer['headline'][number] }) {
  const t = useWords()
  const figures = useFigures(answer)
  const { measure, label, kind, value, previous, spark } = one
  const exact = figures.exact(value, kind)
  const compared = answer.compareRange !== null
  const better = answer.measures.find(({ key }) => key === measure)?.better ?? null
  return (
    <UnstyledButton
      className={styles.figure}
      title={exact}
      aria-label={t('answer.open', { what: label, value: exact })}
      onClick={() => onOpen({ measure })}
    >
      <span className={styles.label}>{label}</span>
      <span className={styles.line}>
        <span className={styles.value}>{figures.short(value, kind)}</span>
        {spark.length > 1 && <Sparkline values={spark} />}
      </span>
      {compared && (
        <Change
          change={changeIn({ value, previous, ahead: isAhead(answer, {}) }, kind)}
          kind={kind}
          better={better}
          against={
            previous === null ? t('answer.noneBefore') : t('answer.before', { value: figures.short(previous, kind) })
          }
        />
      )}
    </UnstyledButton>
  )
}
