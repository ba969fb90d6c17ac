import { NativeSelect } from '@mantine/core'
import { useWords } from '../../../words/index.ts'
import data from '../data-screen.module.css'
import styles from './import.module.css'
import { howWritten, newKindOf, withColumn, wordOf, written } from './rewritten.ts'
import type { Mapping, Reading } from './uploads.ts'

type Column = Reading['columns'][number]

interface Table {
  readonly file: string
  readonly records: string
  readonly columns: readonly Column[]
  readonly reading: Reading
  readonly onChoose: (mapping: Mapping) => void
}

/** One row a column of the file: what it holds, what it is taken for, how it is written. */
export function ReadingTable(of: Table) {
  const words = useWords()
  const names = ['column', 'readAs', 'written', 'sure'] as const
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={data.scroll} tabIndex={0} aria-label={of.file}>
      <table className={`${data.table} ${styles.table} ${styles.reading}`}>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {words(`data.import.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.columns.map((column) => (
            <ColumnRow key={column.header} column={column} of={of} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface Row {
  readonly column: Column
  readonly of: Table
}

function ColumnRow({ column, of }: Row) {
  const words = useWords()
  const { header, examples, sure, notes } = column
  const put = (mapping: Column['mapping']) => of.onChoose(withColumn(of.reading.mapping, of.file, header, mapping))
  return (
    <tr>
      <th scope="row" className={styles.header}>
        {header}
        <p className={styles.soft}>{examples.join(', ')}</p>
      </th>
      <td>
        <FieldSelect column={column} of={of} put={put} />
        {column.as.includes(', ') && <p className={styles.soft}>{column.as.split(', ').slice(1).join(', ')}</p>}
      </td>
      <td>
        <WrittenSelect column={column} put={put} />
        {notes.length > 0 && <p className={styles.soft}>{notes.join('; ')}</p>}
      </td>
      <td data-sure={sure} data-says={words('data.import.sure')} className={styles.sure}>
        {words(`data.sureness.${sure}`)}
      </td>
    </tr>
  )
}

type Put = (mapping: Column['mapping']) => void

const newKinds = ['text', 'number', 'money', 'percent', 'flag', 'day', 'instant'] as const
const ownPrefix = 'new:'

function FieldSelect({ column, of, put }: Row & { readonly put: Put }) {
  const words = useWords()
  const { mapping, header } = column
  const fields = of.reading.kinds.find(({ value }) => value === of.records)?.fields ?? []
  const own = newKinds.map((kind) => ({
    value: ownPrefix + kind,
    label: words('data.import.own', { kind: words(`data.import.kinds.${kind}`) }),
  }))
  const kind = newKindOf(mapping)
  const choose = (value: string) =>
    put(value.startsWith(ownPrefix) ? { new: value.slice(ownPrefix.length), label: header } : value)
  return (
    <NativeSelect
      aria-label={words('data.import.readAsOf', { column: header })}
      value={kind === null ? (wordOf(mapping) ?? 'skip') : ownPrefix + kind}
      data={[{ value: 'skip', label: words('data.import.skip') }, ...fields, ...own]}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  )
}

const keys = { dates: 'dates', numbers: 'decimal', currencies: 'currency' } as const

function WrittenSelect({ column, put }: { readonly column: Column; readonly put: Put }) {
  const words = useWords()
  const { mapping, header, holds, doubt } = column
  if (holds === 'other') return null
  const key = keys[holds]
  const told = howWritten(mapping, key)
  const ways = {
    dates: [
      { value: 'day-first', label: words('data.import.day-first') },
      { value: 'month-first', label: words('data.import.month-first') },
    ],
    numbers: [
      { value: '.', label: words('data.import.point') },
      { value: ',', label: words('data.import.comma') },
    ],
    currencies: told === '' || told.endsWith('?') ? [] : [{ value: told, label: told }],
  }[holds]
  const both = (doubt?.choices ?? []).map(({ says, mapping }) => ({ value: howWritten(mapping, key), label: says }))
  const chosen = ways.some(({ value }) => value === told) ? told : '?'
  return (
    <NativeSelect
      aria-label={words('data.import.writtenOf', { column: header })}
      value={chosen}
      data={[
        { value: '?', label: words(doubt ? 'data.import.doubt' : 'data.import.concluded') },
        ...(doubt ? both : ways),
      ]}
      onChange={(event) => put(written(mapping, { [key]: event.currentTarget.value }))}
    />
  )
}
