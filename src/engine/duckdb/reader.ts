import type { DuckDBConnection } from '@duckdb/node-api'
import type { Statement, Table } from '../warehouse.ts'
import { fromDuckDb } from './values.ts'

/** Whatever a statement can be run on. */
export interface Reader {
  run(statement: Statement): Promise<Table>
}

/** Reads on a connection of its own, so that it waits behind no question. */
export const readerOn = (connection: DuckDBConnection): Reader => ({
  run: async ({ sql, columns }) => {
    const rows = (await connection.runAndReadAll(sql)).getRows()
    return { columns, rows: rows.map((row) => row.map(fromDuckDb)) }
  },
})
