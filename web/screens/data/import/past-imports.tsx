import { Button, Progress } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { exact, type Locale } from '../../../../src/draw/index.ts'
import { useWords } from '../../../words/index.ts'
import data from '../data-screen.module.css'
import styles from './import.module.css'
import { type PastImport, pastImportsQuery, type Turning, type Turns, useTurns } from './turns.ts'

/** Every import of files, to be taken back, or to count again. */
export function PastImports({ locale }: { readonly locale: Locale }) {
  const words = useWords()
  const { data: past } = useQuery(pastImportsQuery)
  const turns = useTurns()
  if (!past || past.imports.length === 0) return null
  return (
    <section className={data.section} aria-labelledby="past-imports-title">
      <h2 id="past-imports-title" className={data.name}>
        {words('data.past.title')}
      </h2>
      <p className={data.lead}>{words('data.past.lead')}</p>
      <TurnState turns={turns} />
      <PastTable imports={past.imports} turns={turns} locale={locale} />
    </section>
  )
}

/** What is going on, and what came of it: it stays until the next one. */
export function TurnState({ turns: { turning, error } }: { readonly turns: Turns }) {
  const words = useWords()
  if (turning?.is === 'busy') return <Turned turning={turning} />
  const failed = error ?? (turning?.is === 'failed' ? turning.failed : null)
  if (failed)
    return (
      <p className={styles.failed} role="alert">
        {failed.message || words('state.unreachable')}
      </p>
    )
  return (
    <p role="status" className={styles.turned}>
      {turning?.is === 'turned' && words(`data.past.${turning.turning}ne`, { number: turning.number })}
    </p>
  )
}

function Turned({
  turning: { number, turning, doing, done, of },
}: {
  readonly turning: Extract<Turning, { is: 'busy' }>
}) {
  const words = useWords()
  const share = of ? done / of : null
  return (
    <div className={styles.running} role="status">
      <span>{words(`data.past.${turning}ing`, { number, doing })}</span>
      <Progress value={share === null ? 100 : share * 100} animated={share === null} aria-label={doing} />
    </div>
  )
}

interface Table {
  readonly imports: readonly PastImport[]
  readonly turns: Turns
  readonly locale: Locale
}

function PastTable({ imports, turns, locale }: Table) {
  const words = useWords()
  const names = ['number', 'when', 'by', 'files', 'rows'] as const
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={`${data.scroll} ${styles.past}`} tabIndex={0} aria-label={words('data.past.title')}>
      <table className={data.table}>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {words(`data.past.${name}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {imports.map((one) => (
            <PastRow key={one.number} one={one} turns={turns} locale={locale} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function PastRow({ one, turns, locale }: { readonly one: PastImport } & Omit<Table, 'imports'>) {
  const words = useWords()
  const { number, at, by, files, rows, stands } = one
  const counts = rows.map(({ noun, count }) => `${exact(count, 'number', locale)} ${noun}`)
  return (
    <tr data-resting={!stands || undefined}>
      <td>{number}</td>
      <td>{exact(at, 'instant', locale)}</td>
      <td>{by ?? words('data.past.unknown')}</td>
      <td className={styles.files}>
        {files.join(', ')}
        {!stands && <span className={styles.resting}>{words('data.past.resting')}</span>}
      </td>
      <td>{counts.join(', ') || '–'}</td>
      <td>
        <TurnButton one={one} turns={turns} />
      </td>
    </tr>
  )
}

function TurnButton({ one: { number, stands }, turns }: { readonly one: PastImport; readonly turns: Turns }) {
  const words = useWords()
  const turning = stands ? 'undo' : 'redo'
  return (
    <Button
      loading={turns.busy === number}
      disabled={turns.busy !== null}
      aria-label={words(`data.past.${turning}Of`, { number })}
      onClick={() => turns.turn({ number, turning })}
    >
      {words(`data.past.${turning}`)}
    </Button>
  )
}
