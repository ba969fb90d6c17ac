import styles from './data-screen.module.css'

interface Column {
  readonly label: string
  readonly isNumber?: boolean
}

interface Plain {
  readonly title: string
  readonly lead?: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
  readonly empty?: string
}

export function PlainTable({ title, lead, columns, rows, empty }: Plain) {
  return (
    <section className={styles.section}>
      <h2 className={styles.name}>{title}</h2>
      {lead && <p className={styles.lead}>{lead}</p>}
      {rows.length === 0 ? (
        <p className={styles.lead}>{empty}</p>
      ) : (
        <Rows title={title} columns={columns} rows={rows} />
      )}
    </section>
  )
}

function Rows({ title, columns, rows }: Pick<Plain, 'title' | 'columns' | 'rows'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={title}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ label, isNumber }) => (
              <th key={label} scope="col" data-number={isNumber || undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join('\0')}>
              {row.map((text, place) => (
                <td key={columns[place]?.label} data-number={columns[place]?.isNumber || undefined}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
