import { exact, type Locale, weekday } from '../../../src/draw/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './feed.module.css'
import type { FeedDay } from './lines.ts'

interface Props {
  readonly day: FeedDay
  readonly locale: Locale
  /** Stands above the window while its day is in sight; the heading in the list is the one that is read out. */
  readonly sticky?: boolean
}

export function DayHeading({ day: { day, count }, locale, sticky = false }: Props) {
  const t = useWords()
  return (
    <div className={sticky ? styles.sticky : styles.day} aria-hidden={sticky || undefined}>
      <strong>{weekday(day, locale.language)}</strong>
      <span className={styles.count}>{t('answer.feed.count', { count, said: exact(count, 'number', locale) })}</span>
    </div>
  )
}
