import { Link } from '@tanstack/react-router'
import type { shapes } from '../../../src/answer/index.ts'
import { addressOf, collectionsOf, type Topic } from '../frame/collections.ts'
import styles from './start-screen.module.css'

/** All reports, by collection and topic, with what each one answers. */
export function ReportList({
  reports,
  title,
}: {
  readonly reports: readonly shapes.ReportSummary[]
  readonly title: string
}) {
  if (reports.length === 0) return null
  return (
    <section className={styles.all}>
      <h2 className={styles.allTitle}>{title}</h2>
      {collectionsOf(reports).flatMap(({ name, topics }) =>
        topics.map((topic) => <TopicReports key={`${name} ${topic.name}`} collection={name} topic={topic} />),
      )}
    </section>
  )
}

function TopicReports({ collection, topic }: { readonly collection: string; readonly topic: Topic }) {
  return (
    <section className={styles.group}>
      <h3 className={styles.name}>
        {collection} · {topic.name}
      </h3>
      <ul>
        {topic.reports.map(({ id, title, question }) => (
          <li key={id}>
            <Link to="/reports/$collection/$report" params={addressOf(id)} className={styles.report}>
              <span className={styles.reportTitle}>{title}</span>
              <span className={styles.of}>{question}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
