import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import type { RecordsPage } from '../../../src/answer/shapes.ts'
import { useWords } from '../../words/index.ts'
import styles from './statements.module.css'

type Statement = RecordsPage['statements'][number]

/** What the engine was asked, word for word, with the values that were bound to it. */
export function Statements({ page }: { readonly page: RecordsPage }) {
  const t = useWords()
  return (
    <div className={styles.statements}>
      {page.statements.map((statement) => (
        <OneStatement key={statement.title} statement={statement} />
      ))}
      <p className={styles.took}>{t('answer.drawer.took', { ms: Math.round(page.tookMs) })}</p>
    </div>
  )
}

function OneStatement({ statement: { title, sql, values } }: { readonly statement: Statement }) {
  const t = useWords()
  return (
    <section className={styles.statement}>
      <div className={styles.statementHead}>
        <h3>{title}</h3>
        <CopyButton value={sql}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={copy}
              leftSection={copied ? <IconCheck size={14} stroke={2} /> : <IconCopy size={14} stroke={1.6} />}
            >
              {t(copied ? 'answer.drawer.copied' : 'answer.drawer.copy')}
            </Button>
          )}
        </CopyButton>
      </div>
      <pre className={styles.sql}>{sql}</pre>
      {values.length > 0 && <Values values={values} />}
    </section>
  )
}

function Values({ values }: Pick<Statement, 'values'>) {
  const t = useWords()
  return (
    <dl className={styles.values} aria-label={t('answer.drawer.values')}>
      {values.map((value, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a bound value is its place.
        <div key={i}>
          <dt>${i + 1}</dt>
          <dd>{value === null ? 'null' : String(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
