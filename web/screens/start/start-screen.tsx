import { TextInput } from '@mantine/core'
import { IconInbox, IconSearch, IconSearchOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { shapes } from '../../../src/answer/index.ts'
import { LoadingBar } from '../../parts/loading-bar.tsx'
import { Notice } from '../../parts/notice.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { reportsQuery } from '../../queries.ts'
import { useWords } from '../../words/index.ts'
import { foundByWord } from '../frame/found-by-word.ts'
import { OpenReports } from '../frame/open-reports.tsx'
import { quickTopics } from './quick-answers.ts'
import { QuickTopics } from './quick-topics.tsx'
import { ReportList } from './report-list.tsx'
import styles from './start-screen.module.css'

/** Questions in plain words, and below them all reports. */
export function StartScreen() {
  const words = useWords()
  const [search, setSearch] = useState('')
  const { data, error, isPending, refetch } = useQuery(reportsQuery)
  useEffect(() => {
    document.title = words('app.name')
  }, [words])
  return (
    <main id="main" className={styles.screen}>
      <LoadingBar on={isPending} />
      <header className={styles.header}>
        <OpenReports />
        <h1 className={styles.title}>{words('start.title')}</h1>
        <p className={styles.lead}>{words('start.lead')}</p>
        <TextInput
          className={styles.search}
          size="sm"
          type="search"
          leftSection={<IconSearch size={16} stroke={1.6} />}
          placeholder={words('start.search')}
          aria-label={words('start.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </header>
      {error && <ProblemNotice error={error} retry={refetch} />}
      {data && (data.length === 0 ? <Empty /> : <Found reports={data} search={search} />)}
    </main>
  )
}

function Found({ reports, search }: { readonly reports: readonly shapes.ReportSummary[]; readonly search: string }) {
  const words = useWords()
  const titleOf = (id: string) => reports.find((report) => report.id === id)?.title
  const topics = quickTopics(reports).map(({ topic, answers }) => ({
    topic,
    answers: answers.filter(({ ask, report }) =>
      foundByWord([words(`start.ask.${ask}`), words(`start.topics.${topic}`), titleOf(report)].join(' '), search),
    ),
  }))
  const found = reports.filter((report) =>
    foundByWord([report.title, report.question, report.topic, report.collection, report.about].join(' '), search),
  )
  const asked = topics.filter(({ answers }) => answers.length > 0)
  if (asked.length === 0 && found.length === 0) return <NothingFound search={search} />
  return (
    <>
      <QuickTopics topics={asked} />
      <ReportList reports={found} title={words(found.length < reports.length ? 'app.reports' : 'start.all')} />
    </>
  )
}

function NothingFound({ search }: { readonly search: string }) {
  const words = useWords()
  return (
    <Notice icon={<IconSearchOff size={20} />} title={words('start.nothing', { search })}>
      {words('start.nothingNext')}
    </Notice>
  )
}

function Empty() {
  const words = useWords()
  return (
    <Notice icon={<IconInbox size={20} />} title={words('start.empty')}>
      {words('start.emptyNext')}
    </Notice>
  )
}
