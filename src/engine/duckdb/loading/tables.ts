import type { Entity, Field, Kind } from '../../../model/index.ts'
import { quoted } from '../quoting.ts'

/** Instants are UTC without a zone, durations milliseconds. */
export const sqlTypes: Readonly<Record<Kind, string>> = {
  id: 'VARCHAR',
  text: 'VARCHAR',
  flag: 'BOOLEAN',
  number: 'DOUBLE',
  money: 'DECIMAL(18,4)',
  percent: 'DOUBLE',
  day: 'DATE',
  instant: 'TIMESTAMP',
  duration: 'BIGINT',
}

/** Which version a row is. In a record's own table `_segment` is null when several segments made the row. */
export const versionColumns = ['_version', '_segment', '_line'] as const

const fields = (entity: Entity): readonly Field[] => Object.values(entity.fields)

/** The columns that one landed row settles: all but those that need other records. */
export const rowFields = (entity: Entity): readonly Field[] => fields(entity).filter((field) => !field.homeOf)

/** The landed column that decides a stored one. */
export const sourceColumn = (field: Field): string => field.dayOf ?? field.name

const versionColumnTypes = '_version TIMESTAMP, _segment INTEGER, _line BIGINT'

const columnTypes = (of: readonly Field[]): string =>
  of.map((field) => `${quoted(field.name)} ${sqlTypes[field.kind]}`).join(', ')

export const versionTable = (entity: Entity): string => `${entity.name}_version`

/** Records as reports see them, and the versions of those that more than one segment tells about. */
export const entityTables = (entity: Entity): readonly string[] => [
  `CREATE TABLE ${quoted(entity.name)} (${columnTypes(fields(entity))}, ${versionColumnTypes})`,
  `CREATE TABLE ${quoted(versionTable(entity))} (${columnTypes(rowFields(entity))}, ${versionColumnTypes}, _deleted BOOLEAN)`,
]

/** Columns that the tables of a kind of record did not have, empty at first. */
export const columnAdded = (entity: Entity, field: Field): readonly string[] =>
  [entity.name, versionTable(entity)].map(
    (table) => `ALTER TABLE ${quoted(table)} ADD COLUMN IF NOT EXISTS ${columnTypes([field])}`,
  )

export const entityTablesDropped = (entity: Entity): readonly string[] =>
  [entity.name, versionTable(entity)].map((table) => `DROP TABLE ${quoted(table)}`)

/** Questions ask for days: rows that lie together by day are read together. */
export function sortDay(entity: Entity): string | null {
  const days = fields(entity).filter((field) => field.dayOf)
  const preferred = days.find((field) => field.name === 'occurred_on') ?? days.find((f) => f.name === 'created_on')
  return (preferred ?? days[0])?.name ?? null
}
