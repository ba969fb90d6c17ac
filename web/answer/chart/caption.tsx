import type { Answer } from '../../../src/answer/shapes.ts'
import { captionOf } from '../../../src/draw/index.ts'
import { readerOf } from '../../reader.ts'
import styles from './chart.module.css'

/** What the marks measure, and by what. */
export function Caption({ answer }: { readonly answer: Answer }) {
  const { measured, by } = captionOf(answer, readerOf(answer))
  return (
    <span className={styles.captionText}>
      <span className={styles.captionMeasure}>{measured} </span>
      {by}
    </span>
  )
}
