import type { Mapping, Reading } from './uploads.ts'

type Column = Reading['columns'][number]['mapping']
type OfFile = Mapping['files'][string]

const columnsOf = (one: OfFile | undefined): Readonly<Record<string, Column>> =>
  one && 'columns' in one ? (one.columns ?? {}) : {}

const withFile = (mapping: Mapping, file: string, one: unknown): Mapping =>
  // What is not right in it is refused by the server with its column.
  ({ files: { ...mapping.files, [file]: one as OfFile } })

/** The rows of a file are something else: its columns are concluded anew. */
export const withRecords = (mapping: Mapping, file: string, records: string): Mapping =>
  withFile(mapping, file, { records, columns: {} })

/** A field is of one column: another column that had it is left out. */
export function withColumn(mapping: Mapping, file: string, header: string, column: Column): Mapping {
  const own = mapping.files[file]
  const word = wordOf(column)
  const free = Object.entries(columnsOf(own)).map(([other, before]) =>
    word !== 'skip' && word !== null && wordOf(before) === word ? [other, 'skip'] : [other, before],
  )
  return withFile(mapping, file, { ...own, columns: { ...Object.fromEntries(free), [header]: column } })
}

/** The word that a column is mapped to; null for a property of its own. */
export function wordOf(column: Column): string | null {
  if (typeof column === 'string') return column
  return isObject(column) && typeof column.field === 'string' ? column.field : null
}

export const newKindOf = (column: Column): string | null =>
  isObject(column) && typeof column.new === 'string' ? column.new : null

/** The same column, its dates or numbers written in this way. */
export function written(column: Column, how: Readonly<Record<string, string>>): Column {
  return isObject(column) ? { ...column, ...how } : { field: column, ...how }
}

export function howWritten(column: Column, key: 'dates' | 'decimal' | 'currency'): string {
  const told = isObject(column) ? column[key] : undefined
  return typeof told === 'string' ? told : ''
}

const isObject = (column: Column): column is Readonly<Record<string, unknown>> =>
  typeof column === 'object' && column !== null
