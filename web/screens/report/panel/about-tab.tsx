import { useQuery } from '@tanstack/react-query'
import type { shapes } from '../../../../src/answer/index.ts'
import { nothing } from '../../../../src/draw/index.ts'
import { believableQuery } from '../../../queries.ts'
import { useWords } from '../../../words/index.ts'
import { useReport } from '../report-context.ts'
import styles from './about-tab.module.css'

/** What the figures mean, and one small case that is worked out by hand. */
export default function AboutTab() {
  const words = useWords()
  const { page } = useReport()
  const { counts, leavesOut, reading, doubts } = page.doc
  return (
    <div className={styles.about}>
      <Passage title={words('about.counts')}>{counts}</Passage>
      <Passage title={words('about.leavesOut')}>{leavesOut}</Passage>
      <Passage title={words('about.reading')}>{reading}</Passage>
      <Doubts doubts={doubts} />
      <Measures measures={page.measures} />
      <Uses uses={page.uses} />
      <Example example={page.example} />
      <Believable />
    </div>
  )
}

/** Last, since it comes later than the rest. */
function Believable() {
  const words = useWords()
  const { page, question } = useReport()
  const { data = [] } = useQuery(believableQuery(page.id, question.tab))
  return <Passage title={words('about.believable')}>{data.join('\n\n')}</Passage>
}

function Passage({ title, children }: { readonly title: string; readonly children: string }) {
  if (!children) return null
  return (
    <section>
      <h2 className={styles.heading}>{title}</h2>
      {children.split(/\n\s*\n/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </section>
  )
}

function Doubts({ doubts }: { readonly doubts: readonly string[] }) {
  const words = useWords()
  if (doubts.length === 0) return null
  return (
    <section>
      <h2 className={styles.heading}>{words('about.doubts')}</h2>
      <ul className={styles.doubts}>
        {doubts.map((doubt) => (
          <li key={doubt}>{doubt}</li>
        ))}
      </ul>
    </section>
  )
}

function Measures({ measures }: { readonly measures: readonly shapes.MeasureShape[] }) {
  const words = useWords()
  return (
    <section>
      <h2 className={styles.heading}>{words('about.measures')}</h2>
      <dl className={styles.measures}>
        {measures.map(({ key, label, doc }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{doc}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Uses({ uses: { properties, records, history } }: { readonly uses: shapes.ReportPage['uses'] }) {
  const words = useWords()
  const rows = [
    [words('about.properties'), properties.map(({ label }) => label)],
    [words('about.records'), records],
    [words('about.history'), history.map(({ record, label }) => `${record}: ${label}`)],
  ] as const
  return (
    <section>
      <h2 className={styles.heading}>{words('about.uses')}</h2>
      <dl className={styles.measures}>
        {rows.map(([title, names]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{names.length > 0 ? [...new Set(names)].join(', ') : words('about.usesNone')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Example({ example }: { readonly example: shapes.ReportPage['example'] }) {
  const words = useWords()
  return (
    <section>
      <h2 className={styles.heading}>{words('about.example')}</h2>
      <p>{example.story}</p>
      {example.given.map((table) => (
        <ExampleTable key={table.title} caption={words('about.given', { title: table.title })} table={table} />
      ))}
      <ExampleTable caption={words('about.expected', { title: example.expected.title })} table={example.expected} />
    </section>
  )
}

type Table = shapes.ReportPage['example']['expected']

function ExampleTable({ caption, table }: { readonly caption: string; readonly table: Table }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={caption}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={JSON.stringify(row)}>
              {row.map((value, place) => (
                <td key={table.columns[place]} data-number={typeof value === 'number' || undefined}>
                  {value === null ? nothing : String(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
