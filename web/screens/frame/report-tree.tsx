import { UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { addressOf, type Collection, type Topic } from './collections.ts'
import styles from './left-panel.module.css'

export function ReportTree({ collections }: { readonly collections: readonly Collection[] }) {
  return collections.map((collection) => <Branch key={collection.name} collection={collection} />)
}

function Branch({ collection }: { readonly collection: Collection }) {
  const [open, { toggle }] = useDisclosure(true)
  return (
    <section className={styles.collection}>
      <h2>
        <UnstyledButton className={styles.heading} aria-expanded={open} onClick={toggle}>
          {collection.name}
          <IconChevronRight size={14} className={styles.chevron} aria-hidden />
        </UnstyledButton>
      </h2>
      {open && collection.topics.map((topic) => <TopicReports key={topic.name} topic={topic} />)}
    </section>
  )
}

function TopicReports({ topic }: { readonly topic: Topic }) {
  return (
    <>
      <h3 className={styles.topic}>{topic.name}</h3>
      <ul>
        {topic.reports.map(({ id, title }) => (
          <li key={id}>
            <Link to="/reports/$collection/$report" params={addressOf(id)} className={styles.link}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
