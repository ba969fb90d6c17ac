import { useQuery } from '@tanstack/react-query'
import type { Question } from '../../../src/answer/question/question.ts'
import type { Answer, RecordsPage } from '../../../src/answer/shapes.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useWords } from '../../words/index.ts'
import { firstPageQuery, type Listing } from '../drawer/pages.ts'
import { useFeedDays } from './days.ts'
import styles from './feed.module.css'
import { FeedWindow } from './feed-window.tsx'

interface Props {
  readonly reportId: string
  readonly question: Question
  readonly answer: Answer
}

/** All that happened, the newest first, in place of chart and table. */
export function ActivityFeed({ reportId, question, answer }: Props) {
  const t = useWords()
  const measure = answer.chart.measure
  const listing: Listing = { reportId, question, cell: { measure } }
  const { data: page, error, refetch } = useQuery(firstPageQuery(listing))
  const days = useFeedDays(reportId, question, measure)
  if (error && !page) return <ProblemNotice error={error} retry={() => void refetch()} />
  if (!page || !days)
    return <div className={styles.coming} role="status" aria-busy aria-label={t('answer.drawer.loading')} />
  return <FeedWindow key={JSON.stringify(question)} {...{ listing, answer, page, days: fitting(days, page) }} />
}

/** Days that do not add up to the list, for it changed in between, are not shown. */
const fitting = (days: NonNullable<ReturnType<typeof useFeedDays>>, { count }: RecordsPage) =>
  days.reduce((sum, day) => sum + day.count, 0) === count ? days : []
