/** A column of a table in the terminal: figures stand at its right. */
export interface TextColumn {
  readonly label: string
  readonly isFigure: boolean
}

type Row = readonly string[]

/** Columns of text to the left, figures to the right; the total, where there is one, below a line. */
export function drawTable(columns: readonly TextColumn[], rows: readonly Row[], total: Row | null): string {
  const body = [...rows, ...(total ? [total] : [])]
  const widths = columns.map(({ label }, index) =>
    Math.max(...[label, ...body.map((row) => row[index] ?? '')].map(width)),
  )
  const line = (cells: readonly string[]) =>
    columns
      .map(({ isFigure }, index) => pad(cells[index] ?? '', widths[index] ?? 0, !isFigure))
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
