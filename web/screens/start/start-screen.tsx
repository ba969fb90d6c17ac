import { IconInbox } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { LoadingBar } from '../../parts/loading-bar.tsx'
import { Notice } from '../../parts/notice.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { reportsQuery } from '../../queries.ts'
import { useWords } from '../../words/index.ts'
import { addressOf, type Collection, collectionsOf } from '../frame/collections.ts'
import { OpenReports } from '../frame/open-reports.tsx'
import styles from './start-screen.module.css'

/** All reports with the questions they answer. */
export function StartScreen() {
  const words = useWords()
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
      </header>
      {error && <ProblemNotice error={error} retry={refetch} />}
      {data?.length === 0 && <Empty />}
      {collectionsOf(data ?? []).map((collection) => (
        <Questions key={collection.name} collection={collection} />
      ))}
    </main>
  )
}

function Questions({ collection }: { readonly collection: Collection }) {
  return (
    <section className={styles.collection}>
      <h2 className={styles.name}>{collection.name}</h2>
      <ul className={styles.list}>
        {collection.topics.flatMap((topic) =>
          topic.reports.map((report) => (
            <li key={report.id}>
              <Link to="/reports/$collection/$report" params={addressOf(report.id)} className={styles.report}>
                <span className={styles.question}>{report.question}</span>
                <span className={styles.of}>
                  {report.title} · {topic.name}
                </span>
              </Link>
            </li>
          )),
        )}
      </ul>
    </section>
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
