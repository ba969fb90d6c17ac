import type { TableData, TableText } from '../../../src/draw/index.ts'

const letter = 7.3
const padding = 28

export type Widths = readonly { readonly id: string; readonly width: number }[]

/** As wide as what stands in each column, the names of the groups first. */
export function widthsOf(table: TableData, text: TableText, narrow: boolean): Widths {
  const all = [...(table.total ? [table.total] : []), ...table.rows]
  const heads = table.rows.map((row) => text.head(row).length)
  const head = between(96, longest(heads) * letter + padding, narrow ? 148 : 280)
  const columns = table.columns.map((column, i) => {
    const name = text.column(column).length * 1.05 + (column.sortable ? 2.5 : 0)
    const figures = all.map((row) => text.figure(row.figures[i] ?? null, column).length)
    return { id: column.id, width: between(64, Math.max(name, longest(figures)) * letter + padding, 200) }
  })
  return [{ id: 'head', width: head }, ...columns]
}

const longest = (lengths: readonly number[]) => lengths.reduce((most, length) => Math.max(most, length), 0)
const between = (least: number, width: number, most: number) => Math.round(Math.min(most, Math.max(least, width)))
