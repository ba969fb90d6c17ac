import type { ComponentProps } from 'react'
import { AnswerChart as Chart } from './chart/answer-chart.tsx'
import { Funnel } from './funnel/funnel.tsx'

export function AnswerChart(props: ComponentProps<typeof Chart>) {
  return props.answer.chart.type === 'funnel' ? <Funnel {...props} /> : <Chart {...props} />
}
