import type { Dialect } from '../../facts/index.ts'
import type { Model } from '../../model/index.ts'
import type { Group, Listing, Query } from '../../query/index.ts'
import type { Column, Statement } from '../warehouse.ts'
import { Bindings } from './bindings.ts'
import { printListing, printQuery } from './print.ts'
import { resolveListing, resolveQuery } from './resolve.ts'

/**
 * How a query's columns are named: `by_key`, `by_label`, `by_order`, then the measures, then `level` (one bit a group,
 * the first the highest; set when the row is over all of that group), for each limited dimension how many groups it has
 * (`by_groups`), and what is counted beside.
 */
export const columnsOf = (query: Query): readonly Column[] => [
  ...query.group.flatMap(groupColumns),
  ...query.measure.map(({ key, label, kind }) => ({ name: key, label, kind })),
  { name: 'level', label: 'Level', kind: 'number' },
  ...query.limits.map(({ group }) => ({ name: `${group}_groups`, label: 'Groups', kind: 'number' }) as const),
  ...query.beside.map(({ key }) => ({ name: key, label: 'Records', kind: 'number' }) as const),
]

const groupColumns = ({ name, label, order }: Group): readonly Column[] => [
  { name: `${name}_key`, label: name, kind: name === 'period' ? 'day' : 'text' },
  { name: `${name}_label`, label: name, kind: label.kind },
  ...(order ? [{ name: `${name}_order`, label: name, kind: 'number' } as const] : []),
]

/** Resolve, plan, print: each step is pure, and has its own types and tests. */
export function compileQuery(query: Query, model: Model, dialect: Dialect): Statement {
  const bindings = new Bindings(dialect)
  const sql = printQuery(resolveQuery(query, model), { dialect, bindings })
  return { sql, values: bindings.values, columns: columnsOf(query) }
}

export function compileListing(listing: Listing, model: Model, dialect: Dialect): Statement {
  const bindings = new Bindings(dialect)
  const sql = printListing(resolveListing(listing, model), { dialect, bindings })
  return { sql, values: bindings.values, columns: listColumns(listing) }
}

const listColumns = (listing: Listing): readonly Column[] => [
  { name: 'id', label: 'Record id', kind: 'id' },
  ...listing.columns.map(({ path, label, value }) => ({ name: path, label, kind: value.kind })),
]
