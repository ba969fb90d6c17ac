import type { DuckDBConnection } from '@duckdb/node-api'
import { type Entity, type Field, landed } from '../../../model/index.ts'
import type { LandedSegment } from '../../landed.ts'
import { quoted } from '../quoting.ts'
import { localDay } from './local-day.ts'
import { type Scan, scansOf } from './scan.ts'
import { rowFields, sourceColumn, sqlTypes } from './tables.ts'
import { canFail, complaint, readAs, typed } from './typing.ts'

/** SELECTs that are together all rows of the segments: typed, with `_reason` where a row cannot be read. */
export async function incomingRows(
  connection: DuckDBConnection,
  folder: string,
  entity: Entity,
  segments: readonly LandedSegment[],
  zone: string,
): Promise<readonly string[]> {
  const scans = await scansOf(connection, folder, segments)
  return scans.map((scan) => typedRows(entity, scan, zone))
}

export const union = (parts: readonly string[]): string => parts.join('\nUNION ALL\n')

/** Makes a table of all the parts, one after the other: a statement over thousands of files would be long in the making. */
export const tableOf = (table: string, [first = '', ...others]: readonly string[]): readonly string[] => [
  `CREATE ${table} AS ${first}`,
  ...others.map((part) => `INSERT INTO ${table.replace(/^(TEMP )?TABLE /, '')} ${part}`),
]

/** Typed values stand beside the landed ones first, so that each is made once. */
function typedRows(entity: Entity, scan: Scan, zone: string): string {
  const present = landed(entity).filter((field) => scan.types.has(field.name))
  const values = present.map((field) => `${typed(field, typeOf(scan, field), zone)} AS ${typedName(field.name)}`)
  const columns = rowFields(entity).map((field) => `${storedValue(field, scan, zone)} AS ${quoted(field.name)}`)
  return `SELECT ${[...columns, ...marks(scan, zone), reason(present, scan)].join(', ')}
    FROM (SELECT *${values.map((value) => `, ${value}`).join('')} FROM (${scan.rows}))`
}

const typeOf = (scan: Scan, field: Field): string => scan.types.get(field.name) ?? 'VARCHAR'
const typedName = (name: string): string => quoted(`typed ${name}`)

function storedValue(field: Field, scan: Scan, zone: string): string {
  const source = sourceColumn(field)
  if (!scan.types.has(source)) return `CAST(NULL AS ${sqlTypes[field.kind]})`
  return field.dayOf ? localDay(typedName(source), zone) : typedName(source)
}

/** Which version a row is, and where a reader finds it. */
function marks(scan: Scan, zone: string): readonly string[] {
  const told = (column: string, value: string, otherwise: string) =>
    scan.types.has(column) ? `coalesce(${value}, ${otherwise})` : otherwise
  return [
    `${told('_version', readAs('instant', 'CAST(_version AS VARCHAR)', zone), '_landed_at')} AS _version`,
    '_seq AS _segment',
    '_origin',
    '_row AS _line',
    `${told('_line', 'TRY_CAST(_line AS BIGINT)', '_row')} AS _shown_line`,
    `${told('_deleted', 'TRY_CAST(_deleted AS BOOLEAN)', 'false')} AS _deleted`,
  ]
}

/** Why a row cannot be read: what its source said, or the first value that is not of its kind. */
function reason(present: readonly Field[], scan: Scan): string {
  const said = scan.types.has('_reason') ? [quoted('_reason')] : []
  const id = scan.types.has('id') ? typedName('id') : 'NULL'
  const noId = `CASE WHEN ${id} IS NULL THEN 'The record has no id.' END`
  const complaints = present
    .filter(canFail)
    .map((field) => complaint(field, typeOf(scan, field), typedName(field.name)))
  return `coalesce(${[...said, noId, ...complaints].join(', ')}) AS _reason`
}
