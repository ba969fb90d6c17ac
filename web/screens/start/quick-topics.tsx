import { IconArrowRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { searchOf } from '../../url.ts'
import { useWords } from '../../words/index.ts'
import { addressOf } from '../frame/collections.ts'
import type { QuickAnswer, QuickTopic } from './quick-answers.ts'
import styles from './start-screen.module.css'

/** Questions by what they are about; each opens its report with the right settings. */
export function QuickTopics({ topics }: { readonly topics: readonly QuickTopic[] }) {
  const words = useWords()
  if (topics.length === 0) return null
  return (
    <div className={styles.topics}>
      {topics.map(({ topic, answers }) => (
        <section key={topic}>
          <h2 className={styles.topic}>{words(`start.topics.${topic}`)}</h2>
          <ul>
            {answers.map((answer) => (
              <li key={answer.ask}>
                <Ask answer={answer} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Ask({ answer: { ask, report, question } }: { readonly answer: QuickAnswer }) {
  const words = useWords()
  return (
    <Link
      to="/reports/$collection/$report"
      params={addressOf(report)}
      search={searchOf(question)}
      className={styles.ask}
    >
      {words(`start.ask.${ask}`)}
      <IconArrowRight size={14} stroke={1.8} className={styles.arrow} aria-hidden />
    </Link>
  )
}
