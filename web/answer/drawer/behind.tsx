import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Cell, Question } from '../../../src/answer/question/question.ts'
import type { Answer } from '../../../src/answer/shapes.ts'
import { LoadingBar } from '../../parts/loading-bar.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useWords } from '../../words/index.ts'
import { useFigures } from '../figures.ts'
import styles from './drawer.module.css'
import { Head } from './head.tsx'
import { LeftOut } from './left-out.tsx'
import { firstPageQuery } from './pages.ts'
import { RecordsList } from './records-list.tsx'
import { Statements } from './statements.tsx'

interface Props {
  readonly reportId: string
  readonly question: Question
  readonly cell: Cell
  readonly answer: Answer
  readonly onClose: () => void
}

/** One figure opened: what it is, its records, what was left out, and the statements that made it. */
export function Behind({ reportId, question, cell, answer, onClose }: Props) {
  const t = useWords()
  const figures = useFigures(answer)
  const listing = { reportId, question, cell }
  const { data: page, error, refetch, isFetching } = useQuery(firstPageQuery(listing))
  const omitted = page?.leftOut.reduce((sum, { count }) => sum + count, 0) ?? 0
  return (
    <div className={styles.drawer}>
      <LoadingBar on={isFetching} />
      <Head page={page} cell={cell} answer={answer} listing={listing} onClose={onClose} />
      {error && !page ? (
        <ProblemNotice error={error} retry={() => void refetch()} />
      ) : (
        <Tabs defaultValue="records" className={styles.tabs} keepMounted={false}>
          <Tabs.List className={styles.tabList}>
            <Tabs.Tab value="records">{t('answer.drawer.records')}</Tabs.Tab>
            {cell.note === undefined && (
              <Tabs.Tab value="left-out">
                {t('answer.drawer.leftOut')}{' '}
                {omitted > 0 && <span className={styles.count}>{figures.exact(omitted, 'number')}</span>}
              </Tabs.Tab>
            )}
            <Tabs.Tab value="sql">{t('answer.drawer.sql')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="records" className={styles.panel}>
            <RecordsList listing={listing} answer={answer} />
          </Tabs.Panel>
          <Tabs.Panel value="left-out" className={styles.panel}>
            {page && <LeftOut reasons={page.leftOut} listing={listing} answer={answer} />}
          </Tabs.Panel>
          <Tabs.Panel value="sql" className={styles.panel}>
            {page && <Statements page={page} />}
          </Tabs.Panel>
        </Tabs>
      )}
    </div>
  )
}
