import { day, readerLanguage } from '../../format.ts'
import styles from './notes.module.css'
import { useReport } from './report-context.ts'

const isoDay = /\b\d{4}-\d{2}-\d{2}\b/g

/** What was read otherwise than asked, and where there is data when there is none here. */
export function Notes() {
  const { answer } = useReport()
  if (!answer || answer.notes.length === 0) return null
  return (
    <div role="status" className={styles.notes}>
      {answer.notes.map((note) => (
        <p key={note}>{note.replaceAll(isoDay, (iso) => day(iso, readerLanguage()))}</p>
      ))}
    </div>
  )
}
