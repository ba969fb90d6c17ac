import { useQuery } from '@tanstack/react-query'
import type { Question } from '../../../src/answer/question/question.ts'
import type { Answer } from '../../../src/answer/shapes.ts'
import { answerQuery } from '../../queries.ts'
import type { FeedDay } from './lines.ts'

const dayField = 'happened_on'

/** How much there is on each day, the newest first; null until it is known, empty where there are too many days. */
export function useFeedDays(reportId: string, question: Question, measure: string): readonly FeedDay[] | null {
  const { data, isPlaceholderData, error } = useQuery(
    answerQuery(reportId, { ...question, by: dayField, breakdown: 'none', compare: 'none', sort: undefined }),
  )
  if (error) return []
  return data && !isPlaceholderData ? daysIn(data, measure) : null
}

export function daysIn({ rows, moreRows }: Pick<Answer, 'rows' | 'moreRows'>, measure: string): readonly FeedDay[] {
  if (moreRows > 0) return []
  return rows
    .map(({ by, values }) => ({ day: by?.key ?? '', count: values[measure] ?? 0 }))
    .filter(({ day, count }) => day !== '' && count > 0)
    .sort((a, b) => b.day.localeCompare(a.day))
}
