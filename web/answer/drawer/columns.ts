import type { RecordsPage } from '../../../src/answer/shapes.ts'

type Column = RecordsPage['columns'][number]

const letter = 7.2
const padding = 26

/** From the first page: wide enough for most of its values, and never as wide as the longest name. */
export const columnWidths = (page: RecordsPage): readonly { readonly id: string; readonly width: number }[] =>
  page.columns.map((column, place) => ({ id: column.path, width: columnWidth(page, column, place) }))

function columnWidth(page: RecordsPage, { label, kind }: Column, place: number): number {
  const lengths = page.rows.slice(0, 30).map((row) => String(row.values[place] ?? '').length)
  const longest = Math.max(label.length + 3, kind === 'instant' ? 20 : 0, kind === 'money' ? 12 : 0, ...lengths)
  return Math.round(Math.min(place === 0 ? 260 : 190, Math.max(84, longest * letter + padding)))
}
