import type { EntityName } from '../model/index.ts'
import type { Touched, Ways } from './fact.ts'

const log = (entity: EntityName, properties: readonly string[], touched: Touched, history: string): string => `
  FROM ${history}
  WHERE entity = '${entity}' AND property IN (${properties.map((property) => `'${property}'`).join(', ')})
    AND record_id IS NOT NULL AND changed_at IS NOT NULL AND ${touched('record_id')}`

const columns = 'id, record_id, property, value, changed_at, changed_on, coalesce(rank, 0) AS rank, changed_by'

/** What held until the first change has held since the record was created. */
const sinceCreation = (column: string, created: string) =>
  `CASE WHEN record.${created} < line.${column} THEN record.${created} ELSE line.${column} END`

const openings = (entity: EntityName, lines: string): string => `
  SELECT line.id, line.record_id, line.property, line.value,
    ${sinceCreation('changed_at', 'created_at')} AS changed_at, ${sinceCreation('changed_on', 'created_on')} AS changed_on,
    line.rank, line.changed_by
  FROM (SELECT id, record_id, property, value, changed_at, changed_on, rank, changed_by ${lines} AND rank < 0) AS line
  LEFT JOIN ${entity} AS record ON record.id = line.record_id`

/**
 * The log of some properties. What was only inferred holds where nobody told of that property of that record.
 * A line of negative rank tells, at the first change of a property, the value from before it.
 */
export const told = (
  entity: EntityName,
  properties: readonly string[],
  touched: Touched,
  { history }: Pick<Ways, 'history'>,
): string => {
  const lines = log(entity, properties, touched, history)
  return `
  SELECT ${columns} ${lines} AND origin IS DISTINCT FROM 'inferred' AND coalesce(rank, 0) >= 0
  UNION ALL
  ${openings(entity, lines)}
  UNION ALL
  SELECT ${columns} ${lines} AND origin = 'inferred' AND record_id || ' ' || property NOT IN (
    SELECT record_id || ' ' || property ${lines} AND origin IS DISTINCT FROM 'inferred'
      AND record_id IN (SELECT record_id ${lines} AND origin = 'inferred'))`
}
