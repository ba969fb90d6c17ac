import type { Dialect } from '../../facts/index.ts'
import { lines } from './lines.ts'
import { localDay, startOfDay } from './loading/local-day.ts'
import { sqlTypes } from './loading/tables.ts'
import { readAs } from './loading/typing.ts'
import { literal, quoted } from './quoting.ts'

export const duckdb: Dialect = {
  name: 'duckdb',
  quote: quoted,
  literal,
  parameter: (index, kind) => `CAST($${index} AS ${sqlTypes[kind]})`,
  none: (kind) => `CAST(NULL AS ${sqlTypes[kind]})`,

  contains: (text, part) => `contains(lower(${text}), lower(${part}))`,
  text: (value) => `CAST(${value} AS VARCHAR)`,
  moneyText: (money) => `rtrim(rtrim(CAST(${money} AS VARCHAR), '0'), '.')`,
  read: readAs,

  real: (number) => `CAST(${number} AS DOUBLE)`,
  integer: (number) => `CAST(${number} AS BIGINT)`,
  exact: (number, digits, places) => `CAST(${number} AS DECIMAL(${digits}, ${places}))`,
  smaller: (a, b) => `least(${a}, ${b})`,
  larger: (a, b) => `greatest(${a}, ${b})`,

  millisecondsBetween: (from, until) => `date_diff('millisecond', ${from}, ${until})`,
  daysBetween: (from, until) => `date_diff('day', ${from}, ${until})`,
  later: (instant, microseconds) => `(${instant} + INTERVAL (${microseconds}) MICROSECOND)`,
  earliest: (kind) => `CAST('0001-01-01' AS ${sqlTypes[kind]})`,
  latest: (kind) => `CAST('9999-12-31' AS ${sqlTypes[kind]})`,
  localDay,
  startOfDay,

  median: (value) => `median(${value})`,
  percentile: (value, at) => `quantile_cont(${value}, ${at})`,
  any: (flag) => `bool_or(${flag})`,
  first: (value, by) => `min_by(${value}, ${by})`,
  lastKnown: (value) => `last_value(${value} IGNORE NULLS)`,

  lines,
}
