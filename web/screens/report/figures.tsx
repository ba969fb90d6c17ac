import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { shapes } from '../../../src/answer/index.ts'
import { ActivityFeed, AnswerChart, AnswerTable, Headline } from '../../answer/index.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useWords } from '../../words/index.ts'
import { addressOf } from '../frame/collections.ts'
import { Empty, isEmpty } from './empty.tsx'
import styles from './figures.module.css'
import { useReport } from './report-context.ts'
import { Waiting } from './waiting.tsx'

interface Progress {
  readonly error: Error | null
  readonly old: boolean
  readonly retry: () => void
}

/** Headline figures, chart and table of one answer; of the old one, dimmed, until the new one is here. */
export function Figures({ error, old, retry }: Progress) {
  const { answer } = useReport()
  if (error) return <ProblemNotice error={error} retry={retry} instead={<AsUsual />} />
  if (!answer) return <Waiting />
  if (isEmpty(answer)) return <Empty answer={answer} />
  return (
    <div className={styles.figures} data-old={old || undefined} aria-busy={old}>
      <Picture answer={answer} />
    </div>
  )
}

/** The report as it opens, with nothing asked of it. */
function AsUsual() {
  const words = useWords()
  const { page } = useReport()
  return (
    <Button
      variant="filled"
      renderRoot={(props) => <Link to="/reports/$collection/$report" params={addressOf(page.id)} {...props} />}
    >
      {words('state.asUsual')}
    </Button>
  )
}

/** Chart and table light up together. */
function Picture({ answer }: { readonly answer: shapes.Answer }) {
  const { page, question, open, full, ask } = useReport()
  const [highlighted, setHighlighted] = useState<string | null>(null)
  const lit = { highlighted, onHighlight: setHighlighted }
  if (answer.chart.type === 'feed')
    return (
      <>
        <Headline answer={answer} onOpen={open} />
        <ActivityFeed reportId={page.id} question={question} answer={answer} />
      </>
    )
  return (
    <>
      <Headline answer={answer} onOpen={open} />
      <AnswerChart answer={answer} {...lit} onOpen={open} />
      <AnswerTable answer={answer} {...lit} onOpen={open} sort={full.sort} onSort={(sort) => ask({ sort })} />
    </>
  )
}
