import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { shapes } from '../../../src/answer/index.ts'
import type { Goal } from '../../../src/store/index.ts'
import { LoadingBar } from '../../parts/loading-bar.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { readerOf } from '../../reader.ts'
import { useWords } from '../../words/index.ts'
import { readerLanguage } from '../../words/language.ts'
import { EditDrawer } from './edit-drawer.tsx'
import { GoalEditor } from './goal-editor.tsx'
import styles from './goals.module.css'
import { goalsQuery } from './kept-queries.ts'
import { KeptTable } from './kept-table.tsx'
import { inReading, narrowed } from './narrowed.ts'
import { Narrowing, useNarrowing } from './narrowing.tsx'
import { periodName } from './period.ts'

export function GoalsSection({ people }: { readonly people: shapes.People }) {
  const words = useWords()
  const { data, error, isFetching, refetch } = useQuery(goalsQuery)
  const [edited, setEdited] = useState<Goal | 'new' | null>(null)
  const narrowing = useNarrowing()
  const rows = inReading(narrowed(data ?? [], narrowing.time, narrowing.search, people.account.today))
  const goal = edited === 'new' ? null : edited
  return (
    <>
      <LoadingBar on={isFetching} />
      <Narrowing {...narrowing}>
        <Button variant="filled" onClick={() => setEdited('new')}>
          {words('goals.addGoal')}
        </Button>
      </Narrowing>
      {error && <ProblemNotice error={error} retry={refetch} />}
      {data && rows.length === 0 && <p className={styles.empty}>{words('goals.noGoals')}</p>}
      {rows.length > 0 && (
        <KeptTable
          title={words('goals.goals')}
          rows={rows}
          locale={readerOf(people.account)}
          more={[words('goals.name'), ownNameOf]}
          action={() => words('goals.change')}
          onOpen={setEdited}
        />
      )}
      <EditDrawer
        title={words(goal ? 'goals.changeGoal' : 'goals.addGoal')}
        open={edited !== null}
        onClose={() => setEdited(null)}
      >
        <GoalEditor key={goal?.id} goal={goal} people={people} onDone={() => setEdited(null)} />
      </EditDrawer>
    </>
  )
}

/** A goal that is called as its period is need not say it twice. */
const ownNameOf = ({ name, startsOn, endsOn }: Goal): string | null =>
  startsOn && endsOn && periodName({ startsOn, endsOn }, readerLanguage()) === name ? null : name
