import type { DuckDBConnection } from '@duckdb/node-api'
import type { Entity } from '../../../model/index.ts'
import type { QuarantinedRow } from '../../warehouse.ts'
import type { Answering } from '../asking/answering.ts'
import { literal } from '../quoting.ts'

export const quarantineTable = `CREATE TABLE quarantine
  (segment INTEGER, stream VARCHAR, origin VARCHAR, line BIGINT, record_id VARCHAR, reason VARCHAR)`

/** Puts the rows of `incoming` that could not be read where they are counted; gives their number. */
export async function quarantineRows(connection: DuckDBConnection, entity: Entity, incoming: string): Promise<number> {
  const result = await connection.run(`INSERT INTO quarantine
    SELECT _segment, ${literal(entity.name)}, _origin, _shown_line, id, _reason
    FROM ${incoming} WHERE _reason IS NOT NULL ORDER BY _segment, _line`)
  return result.rowsChanged
}

export async function quarantinedRows(answering: Answering, limit: number): Promise<readonly QuarantinedRow[]> {
  const { rows } = await answering.run({
    sql: 'SELECT segment, stream, origin, line, record_id, reason FROM quarantine ORDER BY segment, line LIMIT $1',
    values: [limit],
    columns: [],
  })
  // In the types of the table above.
  return rows.map(
    ([segment, stream, origin, line, recordId, reason]) =>
      ({ segment, stream, origin, line, recordId, reason }) as QuarantinedRow,
  )
}
