import type { Answer } from '../answer.ts'
import type { Reader } from '../reader.ts'

/** What the marks of a chart measure, and by what: `Won`, `per month, by owner`. */
export interface Caption {
  readonly measured: string
  readonly by: string
}

export function captionOf(answer: Answer, { tell, language }: Reader): Caption {
  const { chart, measures, question } = answer
  const names = chart.series.map(({ measure }) => measures.find(({ key }) => key === measure)?.label ?? measure)
  const measured = [...new Set(names)].map((name, i) => (i === 0 ? name : inSentence(name)))
  const per = chart.along === 'period' && question.frequency ? [tell(`per.${question.frequency}`)] : []
  const groups = labelsOf(answer).map((group) => tell('by', { group: inSentence(group) }))
  return { measured: listed(measured, language), by: [...per, ...groups].join(', ') }
}

const listed = (names: readonly string[], language: string): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(names)

const labelsOf = ({ chart, groupLabel, breakdownLabel }: Answer): readonly string[] =>
  [
    chart.along === 'by' || chart.across === 'by' ? groupLabel : null,
    chart.across === 'breakdown' && chart.type !== 'donut' ? breakdownLabel : null,
  ].filter((label) => label !== null)

/** `Owner` is `owner` in a sentence; `CSAT` stays what it is. */
const inSentence = (label: string): string =>
  /^\p{Lu}(\p{Ll}|$)/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
