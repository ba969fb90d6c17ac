import type { Dialect } from '../compile/dialect.ts'
import { lines } from './lines.ts'
import { sqlTypes } from './loading/tables.ts'
import { quoted } from './quoting.ts'

export const duckdb: Dialect = {
  name: 'duckdb',
  quote: quoted,
  parameter: (index, kind) => `CAST($${index} AS ${sqlTypes[kind]})`,
  contains: (text, part) => `contains(lower(${text}), lower(${part}))`,
  text: (value) => `CAST(${value} AS VARCHAR)`,
  real: (value) => `CAST(${value} AS DOUBLE)`,
  percentile: (value, at) => `quantile_cont(${value}, ${at})`,
  median: (value) => `median(${value})`,
  millisecondsBetween: (from, until) => `date_diff('millisecond', ${from}, ${until})`,
  lines,
}
