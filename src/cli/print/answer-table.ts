import type { shapes } from '../../answer/index.ts'
import { isFigure, longTableOf, type Reader, type Row, tableText } from '../../draw/index.ts'
import { drawTable } from './text-table.ts'

/** An answer as a table for the terminal: what the screen has in its table, with all groups at the head of each row. */
export function answerTable(answer: shapes.Answer, reader: Reader): string {
  const table = longTableOf(answer)
  const text = tableText(answer, reader)
  const columns = [
    ...table.heads.map((head) => ({ label: text.dimension(head), isFigure: false })),
    ...table.columns.map((column) => ({ label: text.column(column), isFigure: isFigure(column.measure.kind) })),
  ]
  const figures = (row: Row) => table.columns.map((column, i) => text.figure(row.figures[i] ?? null, column))
  const rows = table.rows.map((row) => [...text.names(row, table.heads), ...figures(row)])
  const [, ...rest] = table.heads
  const named = table.heads.length === 0 ? [] : [reader.tell('total'), ...rest.map(() => '')]
  return drawTable(columns, rows, table.total && [...named, ...figures(table.total)])
}
