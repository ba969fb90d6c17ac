import { Refusal } from '../../errors/index.ts'
import type { Listed } from '../../reports/index.ts'
import type { Question } from './question.ts'

export type View = NonNullable<Question['view']>

export function viewsOf({ presentation, date }: Listed): readonly View[] {
  switch (presentation.as) {
    case 'moments':
      return ['over-time']
    case 'entries':
      return ['totals']
    case 'parts':
    case 'steps':
    case 'awaited':
      return date ? ['totals', 'over-time'] : ['totals']
  }
}

/** The view that is shown when nobody chose one. */
function firstView({ presentation, date }: Listed): View {
  if (presentation.as === 'moments') return 'over-time'
  return presentation.as === 'parts' && presentation.opens && date ? presentation.opens : 'totals'
}

/** Who asks for periods asks for them over time. */
export function viewOf(report: Listed, question: Question): View {
  const offered = viewsOf(report)
  const asked = question.view ?? (question.frequency && 'over-time')
  if (asked && !offered.includes(asked)) throw new Refusal('view-not-offered', { view: asked, report: report.title })
  return asked ?? firstView(report)
}

/** The path of the date that a report may be grouped by; null for none. */
export const byDateOf = ({ presentation, date }: Listed): string | null =>
  presentation.as === 'parts' && presentation.byDate && date ? date.path.join('.') : null

/** Grouped by its date a report is shown over time. */
export const datesApart = (report: Listed, question: Question): Question =>
  question.by !== undefined && question.by === byDateOf(report)
    ? { ...question, view: 'over-time', by: 'none' }
    : question
