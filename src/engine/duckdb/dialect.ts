import type { Kind } from '../../model/index.ts'
import type { Dialect } from '../compile/dialect.ts'

const types: Readonly<Record<Kind, string>> = {
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

export const duckdb: Dialect = {
  name: 'duckdb',
  quote: (identifier) => `"${identifier.replaceAll('"', '""')}"`,
  parameter: (index, kind) => `CAST($${index} AS ${types[kind]})`,
  contains: (text, part) => `contains(lower(${text}), lower(${part}))`,
  text: (value) => `CAST(${value} AS VARCHAR)`,
  real: (value) => `CAST(${value} AS DOUBLE)`,
  median: (value) => `median(${value})`,
  millisecondsBetween: (from, until) => `date_diff('millisecond', ${from}, ${until})`,
}
