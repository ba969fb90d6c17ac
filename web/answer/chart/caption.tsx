import type { Answer } from '../../../src/answer/shapes.ts'
import { useWords } from '../../words/index.ts'
import { readerLanguage } from '../../words/language.ts'
import styles from './chart.module.css'

/** What the marks measure, and by what. */
export function Caption({ answer }: { readonly answer: Answer }) {
  const t = useWords()
  const { chart, measures, question } = answer
  const names = chart.series.map(({ measure }) => measures.find(({ key }) => key === measure)?.label ?? measure)
  const measured = [...new Set(names)].map((name, i) => (i === 0 ? name : inSentence(name)))
  const per = chart.along === 'period' && question.frequency ? [t(`answer.chart.per.${question.frequency}`)] : []
  const groups = labelsOf(answer).map((group) => t('answer.chart.by', { group: inSentence(group) }))
  return (
    <span className={styles.captionText}>
      <span className={styles.captionMeasure}>{listed(measured)} </span>
      {[...per, ...groups].join(', ')}
    </span>
  )
}

const listed = (names: readonly string[]): string =>
  new Intl.ListFormat(readerLanguage(), { type: 'conjunction' }).format(names)

const labelsOf = ({ chart, groupLabel, breakdownLabel }: Answer): readonly string[] =>
  [
    chart.along === 'by' || chart.across === 'by' ? groupLabel : null,
    chart.across === 'breakdown' && chart.type !== 'donut' ? breakdownLabel : null,
  ].filter((label) => label !== null)

/** `Owner` is `owner` in a sentence; `CSAT` stays what it is. */
const inSentence = (label: string): string =>
  /^\p{Lu}(\p{Ll}|$)/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
