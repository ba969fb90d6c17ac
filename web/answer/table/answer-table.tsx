import { SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import type { Cell, Question } from '../../../src/answer/question/question.ts'
import type { Answer } from '../../../src/answer/shapes.ts'
import { type Mark, tableOf, tableText } from '../../../src/draw/index.ts'
import { readerOf } from '../../reader.ts'
import { useWords } from '../../words/index.ts'
import { Grid } from './grid.tsx'
import styles from './table.module.css'
import { widthsOf } from './widths.ts'

export type Sort = Question['sort']

interface Props {
  readonly answer: Answer
  readonly highlighted: Mark | null
  readonly onHighlight: (mark: Mark | null) => void
  readonly onOpen: (cell: Cell) => void
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
}

/** Every figure of an answer, total first. Each is a button that opens its records. */
export function AnswerTable({ answer, ...rest }: Props) {
  const t = useWords()
  const [measure, setMeasure] = useState<string | null>(null)
  const narrow = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false }) ?? false
  const shown = answer.measures.some(({ key }) => key === measure) ? measure : answer.chart.measure
  const table = useMemo(() => tableOf(answer, shown ?? ''), [answer, shown])
  const text = useMemo(() => tableText(answer, readerOf(answer)), [answer])
  const widths = useMemo(() => widthsOf(table, text, narrow), [table, text, narrow])
  return (
    <section className={styles.section} aria-label={t('answer.table.label')}>
      {table.spread && answer.measures.length > 1 && (
        <SegmentedControl
          className={styles.measures}
          aria-label={t('answer.table.measure')}
          data={answer.measures.map(({ key, label }) => ({ value: key, label }))}
          value={shown ?? ''}
          onChange={setMeasure}
        />
      )}
      <Grid table={table} text={text} widths={widths} {...rest} />
      {answer.moreRows > 0 && <p className={styles.more}>{t('answer.table.more', { count: answer.moreRows })}</p>}
      {answer.moreBreakdowns > 0 && (
        <p className={styles.more}>{t('answer.table.moreBreakdowns', { count: answer.moreBreakdowns })}</p>
      )}
    </section>
  )
}
