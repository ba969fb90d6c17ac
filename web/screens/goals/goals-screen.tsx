import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { shapes } from '../../../src/answer/index.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { peopleQuery } from '../../queries.ts'
import { useWords } from '../../words/index.ts'
import { OpenReports } from '../frame/open-reports.tsx'
import { ForecastsSection } from './forecasts-section.tsx'
import styles from './goals.module.css'
import { GoalsSection } from './goals-section.tsx'

/** What people and teams should reach, and what they expect to. */
export function GoalsScreen() {
  const words = useWords()
  const { data: people, error, refetch } = useQuery(peopleQuery)
  useEffect(() => {
    document.title = `${words('goals.title')} · ${words('app.name')}`
  }, [words])
  return (
    <main id="main" className={styles.screen}>
      <header className={styles.header}>
        <OpenReports />
        <div>
          <h1 className={styles.title}>{words('goals.title')}</h1>
          <p className={styles.soft}>{words('goals.lead')}</p>
        </div>
      </header>
      {error && <ProblemNotice error={error} retry={refetch} />}
      {people && <Sections people={people} />}
    </main>
  )
}

function Sections({ people }: { readonly people: shapes.People }) {
  const words = useWords()
  return (
    <Tabs defaultValue="goals" keepMounted={false} className={styles.tabs}>
      <Tabs.List>
        <Tabs.Tab value="goals">{words('goals.goals')}</Tabs.Tab>
        <Tabs.Tab value="forecasts">{words('goals.forecasts')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="goals">
        <GoalsSection people={people} />
      </Tabs.Panel>
      <Tabs.Panel value="forecasts">
        <ForecastsSection people={people} />
      </Tabs.Panel>
    </Tabs>
  )
}
