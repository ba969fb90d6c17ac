import type { MeasureShape } from '../../src/answer/shapes.ts'
import { arrowOf, changeText } from '../../src/draw/index.ts'
import { readerOf } from '../reader.ts'
import styles from './change.module.css'

interface Props {
  /** As `changeOf` gives it. */
  readonly change: number | null
  readonly kind: MeasureShape['kind']
  readonly better: MeasureShape['better']
  /** What it is measured against, where there is room to say it. */
  readonly against?: string
}

/** A difference with its arrow and sign; the colour only says again whether that is good. */
export function Change({ change, kind, better, against }: Props) {
  return (
    <span className={styles.change}>
      {(change !== null || !against) && (
        <span className={styles[toneOf(change, better)]}>
          {arrowOf(change)} {changeText(change, kind, readerOf(undefined))}
        </span>
      )}
      {against && <span className={styles.against}>{against}</span>}
    </span>
  )
}

function toneOf(change: number | null, better: Props['better']): 'neutral' | 'good' | 'bad' {
  if (change === null || change === 0 || better === null) return 'neutral'
  return change > 0 === (better === 'up') ? 'good' : 'bad'
}
