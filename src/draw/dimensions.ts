import type { Answer, AnswerRow, Cell } from './answer.ts'
import type { Dimension } from './mark.ts'

/** What the rows of the table are: without two dimensions, the one there is. */
export function rowDimension(answer: Answer): Dimension | null {
  if (answer.groupLabel !== null) return 'by'
  if (answer.breakdownLabel !== null) return 'breakdown'
  return isOverTime(answer) ? 'period' : null
}

/** What the columns are when one group's figures are spread out; null when each column is a measure. */
export function columnDimension(answer: Answer): Dimension | null {
  const rows = rowDimension(answer)
  if (isOverTime(answer) && rows !== 'period') return 'period'
  return rows === 'by' && answer.breakdownLabel !== null ? 'breakdown' : null
}

export const isOverTime = ({ question }: Answer): boolean => question.view === 'over-time'

/** The key of a row in one dimension; undefined when the row is over all of it. */
export const keyIn = (row: AnswerRow, dimension: Dimension): string | null | undefined => row[dimension]?.key

/** Whether the days of a cell have not begun. */
export const isAhead = ({ today, range }: Answer, { period }: Partial<Cell>): boolean =>
  (period ?? range.from ?? '') > today
