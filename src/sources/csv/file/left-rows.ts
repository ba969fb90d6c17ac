import { readNumber } from '../columns/numbers.ts'
import { wordFiles } from '../words.ts'
import { nameless } from './header.ts'
import { lineAfter, type Row } from './rows.ts'

/** A row that is no record: it sums up the others, stands below the table, or is the header once more. */
export interface LeftRow {
  readonly line: number
  readonly is: 'totals' | 'footer' | 'header'
  readonly text: string
}

const saidIn = (part: 'totals' | 'footers'): readonly string[] => [
  ...new Set(wordFiles.flatMap(({ totals }) => totals?.[part] ?? []).map((word) => word.toLowerCase())),
]

const totals = new Set(saidIn('totals'))
const footers = saidIn('footers')
const longestFooter = 300

/** Null for a record. A total begins with its word and goes on with figures alone; a footer is one cell. */
export function leftRow({ line, cells }: Row, header: readonly string[]): LeftRow | null {
  if (isHeader(cells, header)) return { line, is: 'header', text: cells.join(', ') }
  const first = cells.find((cell) => cell.trim() !== '')?.trim() ?? ''
  if (first.length <= 60 && totals.has(wordIn(first)) && onlyFigures(cells, first)) {
    return { line, is: 'totals', text: cells.filter((cell) => cell.trim() !== '').join(', ') }
  }
  return first.length <= longestFooter && isFooter(cells, first) ? { line, is: 'footer', text: first } : null
}

/** Files that were put together bring the header of each. */
const isHeader = (cells: readonly string[], header: readonly string[]): boolean =>
  cells[0]?.trim() === header[0] && header.every((name, at) => unnamed(name, at) === (cells[at]?.trim() ?? ''))

const unnamed = (name: string, at: number): string => (name === nameless(at) ? '' : name)

/** One cell alone below an empty line, or below a row that was left out, is a line about the table and no torn row. */
export const besides = ({ line, cells }: Row, above: Row | null, aboveWasLeft: boolean): LeftRow | null =>
  cells.length === 1 && above !== null && (aboveWasLeft || line > lineAfter(above))
    ? { line, is: 'footer', text: cells[0] ?? '' }
    : null

/** `Total (12 records):` begins with `total`. */
const wordIn = (text: string): string => (/^\p{L}/u.test(text) ? text.toLowerCase().replace(/\s*[:(].*$/u, '') : '')

function onlyFigures(cells: readonly string[], first: string): boolean {
  const others = cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && cell !== first)
  const figures = others.filter((cell) => readNumber(cell, '.') !== null || readNumber(cell, ',') !== null)
  return figures.length === others.length && figures.length > 0 && others.length * 2 < cells.length
}

function isFooter(cells: readonly string[], first: string): boolean {
  if (cells.length > 1 && cells.some((cell) => cell.trim() !== '' && cell.trim() !== first)) return false
  const text = first.toLowerCase()
  return footers.some((words) => text.startsWith(words))
}
