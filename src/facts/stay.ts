import type { EntityName } from '../model/index.ts'
import type { Touched, Ways } from './fact.ts'
import { told } from './told.ts'

/**
 * A SELECT of one row per continuous stay of a record in one value of a property: `record_id`, `value`, `entered_at`,
 * `entered_on`, and `exited_at`, `exited_on`, null while it lasts. Of changes at one instant the last one holds;
 * a repeated value is no change. A record without history has had its present value since its creation.
 */
export const stays = (entity: EntityName, property: string, touched: Touched, ways: Ways): string => `
  WITH told AS (${told(entity, [property], touched, ways)}),
  written AS (
    SELECT record_id, value, changed_at, changed_on, rank, id FROM told
    UNION ALL
    SELECT id, ${property}, created_at, created_on, 0, '' FROM ${entity}
    WHERE created_at IS NOT NULL AND ${touched('id')} AND id NOT IN (SELECT record_id FROM told)
  ),
  ordered AS (
    SELECT *, lead(changed_at) OVER (PARTITION BY record_id ORDER BY changed_at, rank, id) AS next_at FROM written
  ),
  settled AS (
    SELECT record_id, changed_at, changed_on, value,
      lag(changed_at) OVER (PARTITION BY record_id ORDER BY changed_at) AS before_at,
      lag(value) OVER (PARTITION BY record_id ORDER BY changed_at) AS before
    FROM ordered WHERE next_at IS DISTINCT FROM changed_at
  )
  SELECT record_id, value, changed_at AS entered_at, changed_on AS entered_on,
    lead(changed_at) OVER (PARTITION BY record_id ORDER BY changed_at) AS exited_at,
    lead(changed_on) OVER (PARTITION BY record_id ORDER BY changed_at) AS exited_on
  FROM settled WHERE before_at IS NULL OR value IS DISTINCT FROM before`
