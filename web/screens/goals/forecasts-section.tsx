import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { shapes } from '../../../src/answer/index.ts'
import { exact } from '../../../src/draw/index.ts'
import type { Forecast } from '../../../src/store/index.ts'
import { LoadingBar } from '../../parts/loading-bar.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { readerOf } from '../../reader.ts'
import { useWords } from '../../words/index.ts'
import { EditDrawer } from './edit-drawer.tsx'
import { ForecastEditor } from './forecast-editor.tsx'
import styles from './goals.module.css'
import { forecastsQuery } from './kept-queries.ts'
import { KeptTable } from './kept-table.tsx'
import { narrowed } from './narrowed.ts'
import { Narrowing, useNarrowing } from './narrowing.tsx'

export function ForecastsSection({ people }: { readonly people: shapes.People }) {
  const words = useWords()
  const { data, error, isFetching, refetch } = useQuery(forecastsQuery)
  const [edited, setEdited] = useState<Forecast | 'new' | null>(null)
  const narrowing = useNarrowing()
  const rows = narrowed(data ?? [], narrowing.time, narrowing.search, people.account.today)
  const locale = readerOf(people.account)
  const before = edited === 'new' ? null : edited
  return (
    <>
      <LoadingBar on={isFetching} />
      <Narrowing {...narrowing}>
        <Button variant="filled" onClick={() => setEdited('new')}>
          {words('goals.submitForecast')}
        </Button>
      </Narrowing>
      {error && <ProblemNotice error={error} retry={refetch} />}
      {data && rows.length === 0 && <p className={styles.empty}>{words('goals.noForecasts')}</p>}
      {rows.length > 0 && (
        <KeptTable
          title={words('goals.forecasts')}
          rows={rows}
          locale={locale}
          more={[
            words('goals.submitted'),
            ({ submittedAt, note, isLatest }) => (
              <span className={isLatest ? undefined : styles.soft}>
                {exact(submittedAt, 'instant', locale)}
                {isLatest ? '' : ` · ${words('goals.replaced')}`}
                {note && ` · ${note}`}
              </span>
            ),
          ]}
          action={() => words('goals.again')}
          onOpen={setEdited}
        />
      )}
      <EditDrawer title={words('goals.submitForecast')} open={edited !== null} onClose={() => setEdited(null)}>
        <ForecastEditor key={before?.id} before={before} people={people} onDone={() => setEdited(null)} />
      </EditDrawer>
    </>
  )
}
