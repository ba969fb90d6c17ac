import type { MeasureShape } from '../../src/answer/shapes.ts'
import { change as changeText, nothing, readerLanguage } from '../format.ts'
import styles from './change.module.css'

interface Props {
  /** In percent of the comparison; null when there was nothing to compare with. */
  readonly change: number | null
  readonly better: MeasureShape['better']
  /** What it is measured against, where there is room to say it. */
  readonly against?: string
}

/** A difference with its arrow and sign; the colour only says again whether that is good. */
export function Change({ change, better, against }: Props) {
  return (
    <span className={styles.change}>
      {(change !== null || !against) && (
        <span className={styles[toneOf(change, better)]}>
          {arrowOf(change)} {change === null ? nothing : changeText(change, readerLanguage())}
        </span>
      )}
      {against && <span className={styles.against}>{against}</span>}
    </span>
  )
}

/** From previous to current in percent; null when the previous is none or nothing. */
export function changeOf(current: number | null, previous: number | null): number | null {
  if (current === null || previous === null || previous === 0) return null
  return ((current - previous) / previous) * 100
}

const arrowOf = (change: number | null) => (change === null || change === 0 ? '' : change > 0 ? '▲' : '▼')

function toneOf(change: number | null, better: Props['better']): 'neutral' | 'good' | 'bad' {
  if (change === null || change === 0 || better === null) return 'neutral'
  return change > 0 === (better === 'up') ? 'good' : 'bad'
}
