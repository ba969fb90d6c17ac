import type { Dialect } from '../../facts/index.ts'
import type { Model } from '../../model/index.ts'
import type { Listing } from '../../query/index.ts'
import type { Column, Statement } from '../warehouse.ts'
import { compileListing } from './compile.ts'

/** A listing that comes as lines of CSV: its statement gives blocks, and `headings` are the columns of each line. */
export interface Lines {
  readonly statement: Statement
  readonly headings: readonly Column[]
}

const blockColumns: readonly Column[] = [
  { name: 'lines', label: 'Lines', kind: 'text' },
  { name: 'rows', label: 'Rows', kind: 'number' },
]

/** The rows of a listing as text, in their order and at most so many to a block: whoever reads holds blocks, and looks at no cell. */
export function compileLines(listing: Listing, model: Model, dialect: Dialect, rowsInBlock: number): Lines {
  const { sql, values, columns: headings } = compileListing(listing, model, dialect)
  return { statement: { sql: dialect.lines(sql, headings, rowsInBlock), values, columns: blockColumns }, headings }
}
