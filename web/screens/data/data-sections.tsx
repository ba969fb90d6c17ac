import { exact, type Locale, size } from '../../../src/draw/index.ts'
import type { DataStatus } from '../../../src/server/index.ts'
import en from '../../words/en.json' with { type: 'json' }
import { useWords } from '../../words/index.ts'
import styles from './data-screen.module.css'
import { PlainTable } from './plain-table.tsx'

interface Shown {
  readonly status: DataStatus
  readonly locale: Locale
}

export function DataSections(of: Shown) {
  return (
    <>
      <Freshness {...of} />
      <Missing {...of} />
      <ToCheck {...of} />
      <Records {...of} />
      <Sources {...of} />
      <Oddities {...of} />
      <Quarantine {...of} />
      <Readings {...of} />
    </>
  )
}

function Freshness({ status, locale }: Shown) {
  const words = useWords()
  const when = (at: string | null) => (at ? exact(at, 'instant', locale) : words('data.never'))
  const facts = [
    [words('data.freshAt'), when(status.freshAt)],
    [words('data.refreshedAt'), when(status.refreshedAt)],
    [words('data.pending'), exact(status.pending, 'number', locale)],
    [words('data.quarantined'), exact(status.quarantined, 'number', locale)],
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Missing({ status, locale }: Shown) {
  const words = useWords()
  if (status.missing.length === 0) return null
  const columns = [
    { label: words('data.stream') },
    { label: words('data.origin') },
    { label: words('data.landed') },
    { label: words('data.rows'), isNumber: true },
    { label: words('data.file') },
    { label: words('data.wrong') },
  ]
  const rows = status.missing.map(({ stream, origin, source, landedAt, rows, file, wrong }) => [
    kindNamed(words, stream),
    origin ?? source,
    exact(landedAt, 'instant', locale),
    exact(rows, 'number', locale),
    file,
    wrong,
  ])
  return <PlainTable title={words('data.missing')} lead={words('data.missingLead')} columns={columns} rows={rows} />
}

const isKind = (kind: string): kind is keyof typeof en.data.kinds => Object.hasOwn(en.data.kinds, kind)

/** A kind of record that a source brought of its own is called as the source calls it. */
const kindNamed = (words: ReturnType<typeof useWords>, kind: string): string =>
  isKind(kind) ? words(`data.kinds.${kind}`) : kind.replaceAll('_', ' ')

function Records({ status, locale }: Shown) {
  const words = useWords()
  const rows = Object.entries(status.records).map(([kind, count]) => [
    kindNamed(words, kind),
    exact(count, 'number', locale),
  ])
  const columns = [{ label: words('data.kind') }, { label: words('data.count'), isNumber: true }]
  return <PlainTable title={words('data.records')} columns={columns} rows={rows} />
}

function Sources({ status, locale }: Shown) {
  const words = useWords()
  const columns = [
    { label: words('data.source') },
    { label: words('data.landedAt') },
    { label: words('data.segments'), isNumber: true },
    { label: words('data.rows'), isNumber: true },
    { label: words('data.size'), isNumber: true },
  ]
  const rows = status.sources.map(({ source, segments, rows, bytes, landedAt }) => [
    source,
    exact(landedAt, 'instant', locale),
    exact(segments, 'number', locale),
    exact(rows, 'number', locale),
    size(bytes, locale.language),
  ])
  return <PlainTable title={words('data.sources')} columns={columns} rows={rows} empty={words('data.noSources')} />
}

function Oddities({ status, locale }: Shown) {
  const words = useWords()
  const columns = [
    { label: words('data.odd') },
    { label: words('data.count'), isNumber: true },
    { label: words('data.outcome') },
  ]
  const found = status.oddities.filter(({ count }) => count > 0)
  const rows = found.map(({ title, count, outcome }) => [title, exact(count, 'number', locale), outcome])
  const none = words('data.odditiesNone', { count: status.oddities.length - found.length })
  const lead = status.odditiesOf === 'now' ? words('data.odditiesLead') : words('data.odditiesCounting')
  return <PlainTable title={words('data.oddities')} lead={`${lead} ${none}`} columns={columns} rows={rows} empty="" />
}

function Quarantine({ status, locale }: Shown) {
  const words = useWords()
  const names = ['stream', 'origin', 'line', 'record', 'reason'] as const
  const columns = names.map((name) => ({ label: words(`data.${name}`), isNumber: name === 'line' }))
  const rows = status.quarantine.map(({ stream, origin, line, recordId, reason }) => [
    kindNamed(words, stream),
    exact(origin, 'text', locale),
    exact(line, 'number', locale),
    exact(recordId, 'text', locale),
    reason,
  ])
  const { length: shown } = rows
  const lead = status.quarantined > shown ? words('data.quarantineShown', { shown, count: status.quarantined }) : ''
  return (
    <PlainTable
      title={words('data.quarantine')}
      lead={shown > 0 ? `${words('data.quarantineLead')} ${lead}` : undefined}
      columns={columns}
      rows={rows}
      empty={words('data.noQuarantine')}
    />
  )
}

function ToCheck({ status }: Shown) {
  const words = useWords()
  const check = status.readings?.check ?? []
  if (check.length === 0) return null
  return (
    <section className={styles.section}>
      <h2 className={styles.name}>{words('data.check')}</h2>
      <p className={styles.lead}>{words('data.checkLead')}</p>
      <ul className={styles.notices}>
        {check.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

function Readings({ status }: Shown) {
  const words = useWords()
  if (!status.readings) return null
  const names = ['file', 'column', 'readAs', 'how', 'sure', 'examples'] as const
  const columns = names.map((name) => ({ label: words(name === 'file' ? 'data.origin' : `data.${name}`) }))
  const rows = status.readings.columns.map(({ file, header, as, notes, sure, examples }) => [
    file,
    header,
    as,
    notes.join('; '),
    words(`data.sureness.${sure}`),
    examples.join(', '),
  ])
  return <PlainTable title={words('data.readings')} lead={words('data.readingsLead')} columns={columns} rows={rows} />
}
