import { usePrefetchQuery, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import type { Question, shapes } from '../../../src/answer/index.ts'
import { drawingLibrary } from '../../answer/index.ts'
import { LoadingBar } from '../../parts/loading-bar.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { answerQuery, peopleQuery, reportQuery } from '../../queries.ts'
import { useWords } from '../../words/index.ts'
import { OpenReports } from '../frame/open-reports.tsx'
import { useAsked } from './asking.ts'
import { pictured } from './pictured.ts'
import { defaultsOf, frequencyOf, plain, ReportProvider } from './report-context.ts'
import { ReportLayout } from './report-layout.tsx'
import styles from './report-screen.module.css'

/** One report: its page first, then the answer to what the address asks of it. */
export function ReportScreen() {
  const { collection, report } = useParams({ from: '/reports/$collection/$report' })
  const id = `${collection}/${report}`
  const { tab } = useAsked().question
  const { data: page, error, refetch, isPending } = useQuery(reportQuery(id, tab))
  useAhead(id)
  useTitle(page?.title)
  if (page) return <Answered key={id} page={page} />
  return (
    <main id="main" className={styles.waiting}>
      <LoadingBar on={isPending} />
      <OpenReports />
      {error && <ProblemNotice error={error} retry={refetch} />}
    </main>
  )
}

/** Answer, people and drawing are on their way while the report's page is. */
function useAhead(id: string) {
  const { question } = useAsked()
  usePrefetchQuery(answerQuery(id, question))
  usePrefetchQuery(peopleQuery)
  useEffect(() => {
    void drawingLibrary()
  }, [])
}

function Answered({ page }: { readonly page: shapes.ReportPage }) {
  const asked = useAsked()
  const { data: people } = useQuery(peopleQuery)
  const result = useQuery(answerQuery(page.id, asked.question))
  const { data, isPlaceholderData: old } = result
  const answer = useMemo(() => data && pictured(data, page), [data, page])
  const open = useMemo(() => {
    const frequency = frequencyOf(asked.question, answer, old)
    const defaults = (change: Question) => defaultsOf(page, { ...asked.question, ...change })
    return {
      ...asked,
      page,
      people,
      answer,
      full: { ...defaults({}), ...asked.question, frequency },
      ask: (change: Question) => asked.ask(plain(change, defaults(change))),
    }
  }, [asked, page, people, answer, old])
  return (
    <ReportProvider value={open}>
      <ReportLayout error={result.error} waiting={result.isFetching} old={old} retry={result.refetch} />
    </ReportProvider>
  )
}

function useTitle(title: string | undefined) {
  const words = useWords()
  useEffect(() => {
    document.title = title ? `${title} · ${words('app.name')}` : words('app.name')
  }, [title, words])
}
