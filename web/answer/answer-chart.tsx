import { type ComponentProps, lazy, Suspense } from 'react'
import styles from './answer-chart.module.css'
import { Funnel } from './funnel/funnel.tsx'

const Chart = lazy(async () => ({ default: (await import('./chart/answer-chart.tsx')).AnswerChart }))

/** The drawing library comes after the page; its place is kept. A funnel needs none. */
export function AnswerChart(props: ComponentProps<typeof Chart>) {
  if (props.answer.chart.type === 'funnel') return <Funnel {...props} />
  return (
    <Suspense fallback={<div className={styles.place} />}>
      <Chart {...props} />
    </Suspense>
  )
}
