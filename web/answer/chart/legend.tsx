import type { CSSProperties } from 'react'
import type { ChartData } from '../../../src/answer/shapes.ts'
import { type Drawing, legendOf } from '../../../src/draw/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './chart.module.css'

interface Props {
  readonly chart: ChartData
  readonly drawing: Drawing
}

/** What the marks are, in their order, where they cannot be labelled directly. */
export function Legend({ chart, drawing }: Props) {
  const t = useWords()
  const entries = legendOf(chart, drawing)
  if (entries.length === 0) return null
  return (
    <ul className={styles.legend} aria-label={t('answer.chart.legend')}>
      {entries.map(({ label, swatch, colour }) => (
        <li key={`${swatch} ${label}`} className={styles.legendEntry}>
          <span className={styles[swatch]} style={{ '--swatch': colour } as CSSProperties} />
          {label}
        </li>
      ))}
    </ul>
  )
}
