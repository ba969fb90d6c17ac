import { type ComponentProps, lazy, Suspense } from 'react'
import styles from './answer-chart.module.css'

const Chart = lazy(async () => ({ default: (await import('./chart/answer-chart.tsx')).AnswerChart }))

/** The drawing library comes after the page; its place is kept. */
export function AnswerChart(props: ComponentProps<typeof Chart>) {
  return (
    <Suspense fallback={<div className={styles.place} />}>
      <Chart {...props} />
    </Suspense>
  )
}
