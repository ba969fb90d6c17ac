import { Refusal } from '../../../errors/index.ts'
import type { Row } from './rows.ts'

/** A row whose cells cannot be put under the header. */
export interface MisshapenRow {
  readonly line: number
  readonly reason: string
}

/** Why a row does not fit `columns`; null when it does. Empty cells past the end are nothing. */
export function misfit(row: Row, columns: number): string | null {
  const { length } = row.cells
  if (length === columns) return null
  if (length > columns && row.cells.slice(columns).every((cell) => cell.trim() === '')) return null
  return `The row has ${length} cells, the header has ${columns}.`
}

/** Some rows of a wrong length are put aside one by one; with more than this the file as a whole is wrong. */
const tooMany = (misshapen: number, rows: number): boolean => misshapen > 3 && misshapen * 10 > rows

export interface Shapes {
  readonly rows: number
  readonly misshapen: readonly MisshapenRow[]
  readonly last: Row | null
}

/** Refuses a file that ends in the middle of a row, and one whose rows do not keep to the header. */
export function refuseBadShapes(file: string, columns: number, { rows, misshapen, last }: Shapes): void {
  const [first] = misshapen
  if (first && tooMany(misshapen.length, rows)) {
    throw new Refusal('csv-ragged', { file, rows: misshapen.length, of: rows, columns, line: first.line })
  }
  if (last && last.cells.length < columns) {
    throw new Refusal('csv-cut-off', { file, line: last.line, cells: last.cells.length, columns })
  }
}
