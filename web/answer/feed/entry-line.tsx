import {
  IconBuilding,
  IconCalendarEvent,
  IconChecklist,
  IconCircleDot,
  IconMail,
  IconPhone,
  IconTag,
  IconUser,
} from '@tabler/icons-react'
import { memo } from 'react'
import type { RecordsPage } from '../../../src/answer/shapes.ts'
import { exact, type Locale, timeOfDay } from '../../../src/draw/index.ts'
import type { CellText } from '../drawer/cell-text.ts'
import { type Entry, entryOf } from './entry.ts'
import styles from './feed.module.css'

const icons: Readonly<Record<string, typeof IconPhone>> = {
  CALL: IconPhone,
  EMAIL: IconMail,
  MEETING: IconCalendarEvent,
  TASK: IconChecklist,
}

const linkIcons: Readonly<Record<string, typeof IconUser>> = {
  contact: IconUser,
  company: IconBuilding,
  deal: IconTag,
}

interface Props {
  readonly columns: RecordsPage['columns']
  /** Absent while its page is on its way. */
  readonly record: RecordsPage['rows'][number] | undefined
  readonly text: CellText
  readonly locale: Locale
  /** The day is said in the line where no heading says it. */
  readonly dated: boolean
}

/** Drawn again only when its record comes: scrolling moves the others as they are. */
export const EntryLine = memo(function EntryLine({ record, columns, text, locale, dated }: Props) {
  if (!record) return <div className={styles.entry} data-coming />
  const entry = entryOf(columns, record, text)
  const Icon = icons[entry.type] ?? IconCircleDot
  const when = entry.at && (dated ? exact(entry.at, 'instant', locale) : timeOfDay(entry.at, locale))
  return (
    <div className={styles.entry} data-dated={dated || undefined}>
      <time className={styles.time} dateTime={entry.at ?? undefined}>
        {when}
      </time>
      <span className={styles.icon} data-type={entry.type}>
        <Icon size={16} stroke={1.6} role="img" aria-label={entry.kind} />
      </span>
      <span className={styles.who}>{entry.who}</span>
      <span className={styles.what}>
        <span className={styles.subject} title={entry.subject ?? undefined}>
          {entry.subject}
        </span>
        {entry.outcome && <span className={styles.outcome}>{entry.outcome}</span>}
      </span>
      <span className={styles.links}>
        {entry.links.map((link) => (
          <Linked key={link.path} {...link} />
        ))}
      </span>
    </div>
  )
})

function Linked({ to, label, name }: Entry['links'][number]) {
  const Icon = linkIcons[to] ?? IconCircleDot
  return (
    <span className={styles.link} title={`${label}: ${name}`}>
      <Icon size={14} stroke={1.6} aria-hidden />
      <span className={styles.name}>{name}</span>
    </span>
  )
}
