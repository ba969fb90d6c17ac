import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { DataStatus } from '../../../src/server/index.ts'
import { LoadingBar } from '../../parts/loading-bar.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { peopleQuery, statusQuery, useRefresh } from '../../queries.ts'
import { readerOf } from '../../reader.ts'
import { useWords } from '../../words/index.ts'
import { OpenReports } from '../frame/open-reports.tsx'
import styles from './data-screen.module.css'
import { DataSections } from './data-sections.tsx'
import { ImportSection } from './import/import-section.tsx'
import { PastImports } from './import/past-imports.tsx'

/** What is here, how fresh it is, and what could not be read. */
export function DataScreen() {
  const words = useWords()
  const { data, error, isFetching, refetch } = useQuery(statusQuery)
  const { data: people } = useQuery(peopleQuery)
  useEffect(() => {
    document.title = `${words('data.title')} · ${words('app.name')}`
  }, [words])
  return (
    <main id="main" className={styles.screen}>
      <LoadingBar on={isFetching} />
      <Header />
      {error && <ProblemNotice error={error} retry={refetch} />}
      {data && <Notices notices={data.notices} />}
      {data && <ImportSection locale={readerOf(people?.account)} />}
      {data && <PastImports locale={readerOf(people?.account)} />}
      {data && <DataSections status={data} locale={readerOf(people?.account)} />}
    </main>
  )
}

function Header() {
  const words = useWords()
  const { mutate, isPending } = useRefresh()
  return (
    <header className={styles.header}>
      <OpenReports />
      <div className={styles.names}>
        <h1 className={styles.title}>{words('data.title')}</h1>
        <p className={styles.lead}>{words('data.lead')}</p>
      </div>
      <Button loading={isPending} onClick={() => mutate()}>
        {words('data.refresh')}
      </Button>
    </header>
  )
}

function Notices({ notices }: Pick<DataStatus, 'notices'>) {
  const words = useWords()
  if (notices.length === 0) return null
  return (
    <section className={styles.section}>
      <h2 className={styles.name}>{words('data.notices')}</h2>
      <ul className={styles.notices}>
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </section>
  )
}
