import type { shapes } from '../../../src/answer/index.ts'
import { day } from '../../../src/draw/index.ts'
import { readerLanguage, useWords } from '../../words/index.ts'
import styles from './notes.module.css'
import { useReport } from './report-context.ts'

const isoDay = /\b\d{4}-\d{2}-\d{2}\b/g

/** What was read otherwise than asked, where there is data when there is none here, and what the figures rest on. */
export function Notes() {
  const { answer } = useReport()
  if (!answer || answer.notes.length + answer.restsOn.length === 0) return null
  return (
    <div role="status" className={styles.notes}>
      {answer.notes.map((note) => (
        <p key={note}>{note.replaceAll(isoDay, (iso) => day(iso, readerLanguage()))}</p>
      ))}
      {answer.restsOn.map((resting) => (
        <RestsOn key={resting.key} resting={resting} measure={answer.chart.measure} />
      ))}
    </div>
  )
}

interface Resting {
  readonly resting: shapes.Answer['restsOn'][number]
  readonly measure: string
}

/** Opens the records that it counts. */
function RestsOn({ resting: { key, note, count }, measure }: Resting) {
  const { open } = useReport()
  const words = useWords()
  return (
    <p>
      {note}{' '}
      <button type="button" className={styles.open} onClick={() => open({ measure, note: key })}>
        {words('report.showThem', { count })}
      </button>
    </p>
  )
}
