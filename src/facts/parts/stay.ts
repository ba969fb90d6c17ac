import type { EntityName } from '../../model/index.ts'
import type { Touched } from '../fact.ts'

/**
 * A SELECT of one row per continuous stay of a record in one value of a property: `record_id`, `value`, `place` among the
 * stays of the record from 1, `entered_at`, `entered_on`, and `exited_at`, `exited_on`, null while it lasts, each with whether
 * nobody told it. Of changes at one instant all but the last are stays of no length; a repeated value is no change. A record
 * without history is taken to have had its present value since its creation.
 */
export const stays = (entity: EntityName, property: string, touched: Touched): string => `
  WITH told AS (SELECT * FROM ${entity}_history WHERE property = '${property}' AND ${touched('record_id')}),
  written AS (
    SELECT record_id, value, changed_at, changed_on, rank, id, inferred FROM told
    UNION ALL
    SELECT id, ${property}, created_at, created_on, 0, '', TRUE FROM ${entity}
    WHERE created_at IS NOT NULL AND ${touched('id')} AND id NOT IN (SELECT record_id FROM told)
  ),
  ordered AS (
    SELECT *, row_number() OVER history AS place, lag(value) OVER history AS before
    FROM written WINDOW history AS (PARTITION BY record_id ORDER BY changed_at, rank, id)
  )
  SELECT record_id, value, place, changed_at AS entered_at, changed_on AS entered_on, inferred AS is_entry_inferred,
    lead(changed_at) OVER life AS exited_at, lead(changed_on) OVER life AS exited_on,
    coalesce(lead(inferred) OVER life, FALSE) AS is_exit_inferred
  FROM ordered WHERE place = 1 OR value IS DISTINCT FROM before
  WINDOW life AS (PARTITION BY record_id ORDER BY place)`
