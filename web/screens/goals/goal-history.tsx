import { useQuery } from '@tanstack/react-query'
import type { shapes } from '../../../src/answer/index.ts'
import { exact, type Locale } from '../../../src/draw/index.ts'
import type { GoalChange } from '../../../src/store/index.ts'
import { readerOf } from '../../reader.ts'
import { useWords } from '../../words/index.ts'
import styles from './goals.module.css'
import { historyQuery } from './kept-queries.ts'

interface Shown {
  readonly id: string
  readonly people: shapes.People
}

export function GoalHistory({ id, people }: Shown) {
  const words = useWords()
  const { data } = useQuery(historyQuery(id))
  const locale = readerOf(people.account)
  if (!data) return null
  return (
    <section className={styles.history}>
      <h3 className={styles.name}>{words('goals.history')}</h3>
      {data.length === 0 && <p className={styles.soft}>{words('goals.noHistory')}</p>}
      <ol>
        {data
          .filter(({ field }) => field !== 'metric')
          .map((change) => (
            <li key={`${change.at} ${change.field}`} className={styles.change}>
              <span>
                {change.label}: <strong>{valueInWords(change, people, locale)}</strong>
              </span>
              <time className={styles.soft}>{exact(change.at, 'instant', locale)}</time>
            </li>
          ))}
      </ol>
    </section>
  )
}

/** Ids as the names that readers know. */
function valueInWords({ field, value }: GoalChange, people: shapes.People, locale: Locale): string {
  const nameOf = (all: readonly { readonly id: string; readonly name: string }[]) =>
    all.find(({ id }) => id === value)?.name ?? exact(value, 'text', locale)
  switch (field) {
    case 'amount':
      return exact(value === null ? null : Number(value), 'money', locale)
    case 'starts_on':
    case 'ends_on':
      return exact(value, 'day', locale)
    case 'owner_id':
      return nameOf(people.owners)
    case 'team_id':
      return nameOf(people.teams)
    case 'pipeline_id':
      return nameOf(people.pipelines.map(({ id, label }) => ({ id, name: label })))
    default:
      return field === 'removed' ? '✓' : exact(value, 'text', locale)
  }
}
