import type { Column, Value } from '../../engine/index.ts'
import { inWords } from './value-in-words.ts'

type Row = readonly Value[]

/** Columns of text to the left, figures to the right; the total, where there is one, below a line. */
export function drawTable(columns: readonly Column[], rows: readonly Row[], total: Row | null): string {
  const body = [...rows, ...(total ? [total] : [])].map((row) =>
    columns.map(({ kind }, index) => inWords(row[index] ?? null, kind)),
  )
  const widths = columns.map(({ label }, index) =>
    Math.max(...[label, ...body.map((row) => row[index] ?? '')].map(width)),
  )
  const line = (cells: readonly string[]) =>
    columns
      .map(({ kind }, index) => pad(cells[index] ?? '', widths[index] ?? 0, kind === 'text'))
      .join('  ')
      .trimEnd()
  const rule = '─'.repeat(widths.reduce((sum, length) => sum + length + 2, -2))
  const heading = [line(columns.map(({ label }) => label)), rule]
  const lines = body.map(line)
  return [
    ...heading,
    ...lines.slice(0, rows.length),
    ...(total && rows.length ? [rule] : []),
    ...lines.slice(rows.length),
  ].join('\n')
}

const width = (text: string) => [...text].length

function pad(text: string, length: number, left: boolean): string {
  const space = ' '.repeat(Math.max(0, length - width(text)))
  return left ? text + space : space + text
}
