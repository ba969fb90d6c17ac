import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  type DuckDBPreparedStatement,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBValue,
} from '@duckdb/node-api'
import type { Value } from '../warehouse.ts'

const dayMs = 86_400_000

/** A DuckDB value as the rest of the house knows it. Numbers that JSON cannot write are null. */
export function fromDuckDb(value: DuckDBValue): Value {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? value : null
    case 'bigint':
      return Number(value)
    default:
      return value === null ? null : fromObject(value)
  }
}

function fromObject(value: object): Value {
  if (value instanceof DuckDBDateValue) return new Date(value.days * dayMs).toISOString().slice(0, 10)
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue) return iso(value.micros)
  if (value instanceof DuckDBDecimalValue) return value.toDouble()
  throw new Error(`no value for a column of type ${value.constructor.name}`)
}

const iso = (micros: bigint): string => new Date(Number(micros / 1000n)).toISOString()

/** Values go in by their JavaScript type; the statement says what else they are. */
export function bind(prepared: DuckDBPreparedStatement, values: readonly Value[]): void {
  for (const [index, value] of values.entries()) bindOne(prepared, index + 1, value)
}

function bindOne(prepared: DuckDBPreparedStatement, place: number, value: Value): void {
  if (value === null) prepared.bindNull(place)
  else if (typeof value === 'string') prepared.bindVarchar(place, value)
  else if (typeof value === 'boolean') prepared.bindBoolean(place, value)
  else if (Number.isSafeInteger(value)) prepared.bindBigInt(place, BigInt(value))
  else prepared.bindDouble(place, value)
}
