export type Cells = readonly string[]

/** A table as Markdown, its columns as wide as their widest cell. */
export function table(head: Cells, rows: readonly Cells[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((cells) => (cells[column] ?? '').length)))
  const line = (cells: Cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n')
}

/** A guide with the table between the marks of that name made anew. */
export function withTable(guide: string, name: string, made: string): string {
  const [before, after] = [`<!-- ${name} -->\n\n`, `\n\n<!-- end of ${name} -->`]
  const [from, until] = [guide.indexOf(before), guide.indexOf(after)]
  if (from < 0 || until < from) throw new Error(`no marks for ${name} in the guide`)
  return guide.slice(0, from + before.length) + made + guide.slice(until)
}
