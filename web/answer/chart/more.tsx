import { UnstyledButton } from '@mantine/core'
import type { ChartData } from '../../../src/answer/shapes.ts'
import { firstGroups, hiddenGroups, mostGroups } from '../../../src/draw/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './chart.module.css'

interface Props {
  readonly chart: ChartData
  readonly all: boolean
  readonly onAll: (all: boolean) => void
}

/** Many groups begin folded, so that the table stays in sight. */
export function More({ chart, all, onAll }: Props) {
  const t = useWords()
  const count = chart.categories.length
  if (hiddenGroups(chart) === 0) return null
  const unfold =
    count > mostGroups
      ? t('answer.chart.showSome', { count: mostGroups, all: count })
      : t('answer.chart.showAll', { count })
  return (
    <UnstyledButton className={styles.more} aria-expanded={all} onClick={() => onAll(!all)}>
      {all ? t('answer.chart.showFirst', { count: firstGroups }) : unfold}
    </UnstyledButton>
  )
}
