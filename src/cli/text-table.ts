import type { Column, Value } from '../engine/index.ts'
import { inWords } from './value-in-words.ts'

/** Columns of text to the left, figures to the right; the last row is the total, below a line. */
export function drawTable(columns: readonly Column[], rows: readonly (readonly Value[])[]): string {
  const body = rows.map((row) => columns.map(({ kind }, index) => inWords(row[index] ?? null, kind)))
  const widths = columns.map(({ label }, index) =>
    Math.max(...[label, ...body.map((row) => row[index] ?? '')].map(width)),
  )
  const line = (cells: readonly string[]) =>
    columns
      .map(({ kind }, index) => pad(cells[index] ?? '', widths[index] ?? 0, kind === 'text'))
      .join('  ')
      .trimEnd()
  const rule = '─'.repeat(widths.reduce((sum, length) => sum + length + 2, -2))
  const groups = body.slice(0, -1).map(line)
  const total = body.slice(-1).map(line)
  return [line(columns.map(({ label }) => label)), rule, ...groups, ...(groups.length ? [rule] : []), ...total].join(
    '\n',
  )
}

const width = (text: string) => [...text].length

function pad(text: string, length: number, left: boolean): string {
  const space = ' '.repeat(Math.max(0, length - width(text)))
  return left ? text + space : space + text
}
