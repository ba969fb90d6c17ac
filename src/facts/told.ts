import type { EntityName } from '../model/index.ts'
import type { Touched } from './fact.ts'

const log = (entity: EntityName, properties: readonly string[], touched: Touched): string => `
  FROM property_change
  WHERE entity = '${entity}' AND property IN (${properties.map((property) => `'${property}'`).join(', ')})
    AND record_id IS NOT NULL AND changed_at IS NOT NULL AND ${touched('record_id')}`

const columns = 'id, record_id, property, value, changed_at, changed_on, coalesce(rank, 0) AS rank, changed_by'

/** The log of some properties. What was only inferred holds where nobody told of that property of that record. */
export const told = (entity: EntityName, properties: readonly string[], touched: Touched): string => {
  const lines = log(entity, properties, touched)
  return `
  SELECT ${columns} ${lines} AND origin IS DISTINCT FROM 'inferred'
  UNION ALL
  SELECT ${columns} ${lines} AND origin = 'inferred' AND record_id || ' ' || property NOT IN (
    SELECT record_id || ' ' || property ${lines} AND origin IS DISTINCT FROM 'inferred'
      AND record_id IN (SELECT record_id ${lines} AND origin = 'inferred'))`
}
