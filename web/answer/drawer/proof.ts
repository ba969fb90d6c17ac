import type { Cell } from '../../../src/answer/question/question.ts'
import type { Answer, AnswerRow, RecordsPage } from '../../../src/answer/shapes.ts'

const dimensions = ['by', 'breakdown', 'period'] as const

/** The figure that the screen shows for a cell; undefined when it shows none. */
export function figureAt(answer: Answer, cell: Cell): number | null | undefined {
  if (cell.note !== undefined) return answer.restsOn.find(({ key }) => key === cell.note)?.count
  const isTotal = dimensions.every((dimension) => cell[dimension] === undefined)
  const row = isTotal ? answer.total : [...answer.rows, ...answer.margins].find((row) => isAt(row, cell))
  return (cell.previous ? row?.previous : row?.values)?.[cell.measure]
}

const isAt = (row: AnswerRow, cell: Cell) => dimensions.every((dimension) => row[dimension]?.key === cell[dimension])

/** Whether the list gives the figure: it is as long as a count, and the figure over it is the one on the screen. */
export function agrees(page: RecordsPage, shown: number | null | undefined): boolean {
  if (shown !== undefined && !isSame(page.figure, shown)) return false
  return page.makes !== 'count' || isSame(page.count, page.figure)
}

/** Sums of fractions may differ in their last bits. */
const isSame = (a: number | null, b: number | null) =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)))
