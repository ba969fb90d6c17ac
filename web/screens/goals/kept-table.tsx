import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { exact, type Locale } from '../../../src/draw/index.ts'
import type { Forecast, Goal } from '../../../src/store/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './goals.module.css'
import { periodName } from './period.ts'

interface Shown<T> {
  readonly title: string
  readonly rows: readonly T[]
  readonly locale: Locale
  /** The heading and the cell of a column that is there where any row has it. */
  readonly more: readonly [heading: string, cell: (row: T) => ReactNode]
  readonly action: (row: T) => string
  readonly onOpen: (row: T) => void
}

const first = 100

/** Goals or forecasts, one a row: whose, when, where, how much. */
export function KeptTable<T extends Goal | Forecast>({ rows, ...of }: Shown<T>) {
  const words = useWords()
  const [all, setAll] = useState(false)
  const shown = all ? rows : rows.slice(0, first)
  const more = rows.some((row) => of.more[1](row)) ? of.more : null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={of.title}>
      <table className={styles.table}>
        <Head more={more?.[0]} />
        <tbody>
          {shown.map((row) => (
            <Row key={row.id} row={row} {...of} more={more} />
          ))}
        </tbody>
      </table>
      {rows.length > shown.length && (
        <Button onClick={() => setAll(true)}>{words('goals.showAll', { count: rows.length })}</Button>
      )}
    </section>
  )
}

function Head({ more }: { readonly more: string | undefined }) {
  const words = useWords()
  return (
    <thead>
      <tr>
        <th scope="col">{words('goals.for')}</th>
        <th scope="col">{words('goals.period')}</th>
        <th scope="col">{words('filters.pipeline')}</th>
        {more && <th scope="col">{more}</th>}
        <th scope="col" data-number>
          {words('goals.amount')}
        </th>
        <th scope="col">
          <span className={styles.unseen}>{words('goals.action')}</span>
        </th>
      </tr>
    </thead>
  )
}

type Rowed<T> = Pick<Shown<T>, 'locale' | 'action' | 'onOpen'> & {
  readonly row: T
  readonly more: Shown<T>['more'] | null
}

function Row<T extends Goal | Forecast>({ row, locale, more, action, onOpen }: Rowed<T>) {
  const words = useWords()
  const whose = row.owner ?? row.ownerId ?? row.team ?? row.teamId ?? exact(null, 'text', locale)
  return (
    <tr>
      <td>
        {whose}
        {row.ownerId === null && <span className={styles.tag}>{words('goals.team')}</span>}
      </td>
      <td>{periodOf(row, locale)}</td>
      <td>{row.pipeline ?? words('filters.allPipelines')}</td>
      {more && <td>{more[1](row)}</td>}
      <td data-number>{exact(row.amount, 'money', locale)}</td>
      <td data-number>
        <Button
          variant="subtle"
          size="compact-xs"
          aria-label={`${action(row)}: ${whose}, ${periodOf(row, locale)}`}
          onClick={() => onOpen(row)}
        >
          {action(row)}
        </Button>
      </td>
    </tr>
  )
}

function periodOf({ startsOn, endsOn }: Goal | Forecast, locale: Locale): string {
  if (startsOn === null || endsOn === null) return exact(null, 'day', locale)
  const days = `${exact(startsOn, 'day', locale)} – ${exact(endsOn, 'day', locale)}`
  return periodName({ startsOn, endsOn }, locale.language) ?? days
}
