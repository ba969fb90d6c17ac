import { compileListing, compileQuery, type Statement, type Table } from '../engine/index.ts'
import type { Listing, Query } from '../query/index.ts'
import type { Asking } from './asking.ts'

/** A table with the statement that made it, so that a reader can check one against the other. */
export interface Ran {
  readonly statement: Statement
  readonly table: Table
}

const run = async ({ warehouse, signal, client }: Asking, statement: Statement): Promise<Ran> => ({
  statement,
  table: await warehouse.run(statement, signal, client),
})

export const counted = (asking: Asking, query: Query): Promise<Ran> =>
  run(asking, compileQuery(query, asking.moment.model, asking.warehouse.dialect))

export const listed = (asking: Asking, listing: Listing): Promise<Ran> =>
  run(asking, compileListing(listing, asking.moment.model, asking.warehouse.dialect))
