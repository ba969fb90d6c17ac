import type { Cell } from '../../../src/answer/question/question.ts'
import type { Answer } from '../../../src/answer/shapes.ts'
import { type Dimension, periodWords, rangeLabel } from '../../../src/draw/index.ts'
import { readerLanguage } from '../../words/language.ts'

/** Where in the answer a cell is, in words: its group, its part, its period, and whether it is of the comparison. */
export function placeOf(answer: Answer, cell: Cell): readonly string[] {
  const rows = [...answer.rows, ...answer.margins]
  const label = (dimension: Dimension) => {
    const key = cell[dimension]
    if (key === undefined) return []
    return [rows.find((row) => row[dimension]?.key === key)?.[dimension]?.label ?? key ?? '']
  }
  const days = cell.previous ? answer.compareRange : answer.range
  const range = days ? rangeLabel(days, readerLanguage()) : ''
  const shown = cell.previous ? earlierOf(answer, cell) : cell.period
  const period = shown ? periodWords(answer, readerLanguage())(shown) : range
  return [...label('by'), ...label('breakdown'), ...(cell.period === null ? label('period') : [period])].filter(Boolean)
}

/** The period that a figure of then is about. */
const earlierOf = ({ margins, rows }: Answer, { period }: Cell): string | null | undefined =>
  period && ([...rows, ...margins].find((row) => row.period?.key === period)?.earlier ?? period)
