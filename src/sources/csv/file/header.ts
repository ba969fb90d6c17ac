import { Refusal } from '../../../errors/index.ts'
import { readDate } from '../columns/dates.ts'
import { readNumber } from '../columns/numbers.ts'
import { folded } from '../names.ts'
import type { Row } from './rows.ts'

/** More columns than this are no table of records. */
export const mostColumns = 500

export interface Header {
  readonly line: number
  /** The names in the file's order; columns without a name and without a value have none. */
  readonly names: readonly string[]
}

/** The first row that is as wide as most rows are; what stands above it is a title and is left out. */
export function headerAt(first: readonly Row[]): number {
  const widths = Map.groupBy(first, (row) => row.cells.length)
  const [usual] = [...widths].reduce((a, b) => (b[1].length > a[1].length ? b : a), [0, [] as readonly Row[]])
  const fullest = Math.max(...first.map(filledCells))
  const at = first.findIndex((row) => row.cells.length === usual && filledCells(row) > fullest * 0.6)
  return Math.max(at, 0)
}

const filledCells = (row: Row): number => row.cells.filter((cell) => cell.trim() !== '').length

/** What a column without a name is called. */
export const nameless = (at: number): string => `Column ${at + 1}`

/** Refuses a header that cannot tell the columns apart. Columns at its end that have neither name nor value are none. */
export function headerOf(row: Row, file: string, below: readonly Row[]): Header {
  const width = Math.max(...[row, ...below].map(({ cells }) => filledWidth(cells)))
  const names = row.cells.slice(0, width).map((cell) => cell.trim().replace(/\s+/gu, ' '))
  if (names.length > mostColumns)
    throw new Refusal('csv-too-many-columns', { file, columns: names.length, most: mostColumns })
  refuseProse(names, file)
  refuseValues(names, row, file)
  refuseRepeated(names, file)
  return { line: row.line, names: names.map((name, at) => name || nameless(at)) }
}

const filledWidth = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '') + 1

/** Names of columns are short; where a few cells hold sentences there are no columns. */
function refuseProse(names: readonly string[], file: string): void {
  const longest = Math.max(...names.map((name) => name.split(' ').length))
  if (names.length < 4 && longest > 6) throw new Refusal('csv-not-csv', { file, is: 'a text without columns' })
}

function refuseValues(names: readonly string[], row: Row, file: string): void {
  const values = names.filter(isValue)
  if (values.length * 3 >= names.length)
    throw new Refusal('csv-header-missing', { file, line: row.line, value: values[0] ?? '' })
}

const isValue = (name: string): boolean =>
  readNumber(name, '.') !== null || readDate(name, 'day-first') !== null || /^\S+@\S+\.\S+$/.test(name)

function refuseRepeated(names: readonly string[], file: string): void {
  const groups = Map.groupBy(names.filter(Boolean), folded)
  const repeated = [...groups.values()].find((group) => group.length > 1)
  if (repeated?.[0]) throw new Refusal('csv-column-repeated', { file, column: repeated[0], times: repeated.length })
}
