import type { Account, Entity, Field } from '../../../model/index.ts'
import { literal, quoted } from '../quoting.ts'
import { withHomeMoney } from './home-money.ts'
import { rowFields, sourceColumn, versionColumns, versionTable } from './tables.ts'

/** The newer version wins; among equals the later landed, then the later line. */
const newest = '(_version, _segment, _line)'

export const columnList = (entity: Entity): string =>
  rowFields(entity)
    .map((field) => quoted(field.name))
    .join(', ')

const marks = versionColumns.join(', ')

/** All versions of the records that come in, the newest of each set of columns. `came` names a relation of readable rows. */
export const candidates = (entity: Entity, came: string): string => `
  CREATE OR REPLACE TEMP TABLE candidate AS
  SELECT version.*, segment_columns.columns AS _columns FROM (
    SELECT ${columnList(entity)}, ${marks}, _deleted FROM ${came}
    UNION ALL
    SELECT ${columnList(entity)}, ${marks}, _deleted FROM ${quoted(versionTable(entity))} WHERE id IN (SELECT id FROM ${came})
    UNION ALL
    SELECT ${columnList(entity)}, ${marks}, false FROM ${quoted(entity.name)}
    WHERE _segment IS NOT NULL AND id IN (SELECT id FROM ${came})
  ) version JOIN segment_columns ON segment_columns.seq = version._segment
  QUALIFY row_number() OVER (PARTITION BY id, _columns ORDER BY ${newest} DESC) = 1`

export const columnSets = 'SELECT DISTINCT _columns FROM candidate ORDER BY 1'

/** One row a record: each column from the newest version that tells about it. */
export function mergedRecords(entity: Entity, sets: readonly string[]): string {
  const columns = rowFields(entity).map((field) =>
    field.name === 'id' ? 'id' : `${newestOf(field.name, sets, sourceColumn(field))} AS ${quoted(field.name)}`,
  )
  return `
    CREATE OR REPLACE TEMP TABLE merged AS
    WITH counted AS (SELECT *, count(*) OVER (PARTITION BY id) AS versions FROM candidate)
    SELECT ${columnList(entity)}, ${marks}, _deleted, 1 AS versions FROM counted WHERE versions = 1
    UNION ALL
    SELECT ${columns.join(', ')}, NULL, NULL, NULL, arg_max(_deleted, ${newest}), count(*) FROM counted WHERE versions > 1 GROUP BY id`
}

function newestOf(column: string, sets: readonly string[], source: string): string {
  const telling = sets.filter((set) => set.split(',').includes(source))
  if (telling.length === 0) return `any_value(${quoted(column)})`
  return `arg_max_null(${quoted(column)}, ${newest}) FILTER (WHERE _columns IN (${telling.map(literal).join(', ')}))`
}

/** What the records were, to tell inserted, updated and unchanged apart. */
export const before = (entity: Entity): string => `
  CREATE OR REPLACE TEMP TABLE before AS
  SELECT ${columnList(entity)} FROM ${quoted(entity.name)} WHERE id IN (SELECT id FROM merged)`

/** Records that are others now, and whether facts may be. */
export const changed = (entity: Entity): string => `
  CREATE OR REPLACE TEMP TABLE changed AS
  SELECT merged.id, before.id IS NULL AS is_new,
    before.id IS NULL OR merged._deleted OR ${rowOf(ownFields(entity), 'merged')} IS DISTINCT FROM ${rowOf(ownFields(entity), 'before')} AS touches
  FROM merged LEFT JOIN before ON before.id = merged.id
  WHERE CASE WHEN before.id IS NULL THEN NOT merged._deleted
    ELSE merged._deleted OR ${rowOf(rowFields(entity), 'merged')} IS DISTINCT FROM ${rowOf(rowFields(entity), 'before')} END`

/** No fact is made from a property of a source's own. */
const ownFields = (entity: Entity): readonly Field[] => rowFields(entity).filter((field) => !field.custom)

const rowOf = (fields: readonly Field[], of: string): string =>
  `row(${fields.map((field) => `${of}.${quoted(field.name)}`).join(', ')})`

/** Puts the merged records in the place of what was known of them. */
export function replaceRecords(entity: Entity, account: Account): readonly string[] {
  const [table, versions] = [quoted(entity.name), quoted(versionTable(entity))]
  const live = `(SELECT ${columnList(entity)}, ${marks} FROM merged WHERE NOT _deleted)`
  return [
    `DELETE FROM ${table} WHERE id IN (SELECT id FROM merged)`,
    `DELETE FROM ${versions} WHERE id IN (SELECT id FROM merged)`,
    `INSERT INTO ${table} BY NAME ${withHomeMoney(entity, live, account)}`,
    `INSERT INTO ${versions} BY NAME SELECT ${columnList(entity)}, ${marks}, _deleted FROM candidate
     WHERE id IN (SELECT id FROM merged WHERE versions > 1 OR _deleted)`,
  ]
}
