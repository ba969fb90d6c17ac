import type { Dialect } from '../../facts/index.ts'
import type { Entity, Model } from '../../model/index.ts'
import type { Group, GroupName, Limit, Listing, Measure, Query, Rows } from '../../query/index.ts'
import type { Column, Statement } from '../warehouse.ts'
import { type Labelled, labelOf } from './label.ts'
import { printed, printedAggregate, where } from './print.ts'
import { Bindings, type Scope, scopeOf } from './scope.ts'

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

/** Groups first by key alone, then looks up the labels of the few groups that are left. */
export function compileQuery(query: Query, model: Model, dialect: Dialect): Statement {
  const bindings = new Bindings(dialect)
  const scope = scopeOf(entityOf(query.from, model), query.params, model, dialect, bindings)
  const labels = query.group.map((group) => labelOf(group, model, query.from, scope))
  const grouped = select(query, labels, scope)
  const beside = query.beside.map(
    ({ key, rows }) => `(${countOfRows(rows, model, dialect, bindings)}) AS ${dialect.quote(key)}`,
  )
  return { sql: labelled(query, labels, grouped, beside, scope), values: bindings.values, columns: columnsOf(query) }
}

function countOfRows(rows: Rows, model: Model, dialect: Dialect, bindings: Bindings): string {
  const scope = scopeOf(entityOf(rows.from, model), rows.params, model, dialect, bindings)
  scope.column(['id'])
  const kept = where(rows.where, scope)
  return lines('SELECT count(*)', scope.from(), kept)
}

function select(query: Query, labels: readonly Labelled[], scope: Scope): string {
  const { quote } = scope.dialect
  const keys = query.group.map((group) => printed(group.key, scope))
  const columns = [
    ...keys.map((key, index) => `${key} AS ${quote(`${query.group[index]?.name}_key`)}`),
    ...labels.flatMap((label) => label.inner),
    ...query.measure.map((measure) => printedMeasure(measure, scope)),
    `${query.margins && keys.length > 0 ? `grouping(${keys.join(', ')})` : 0} AS ${quote('level')}`,
  ]
  const rows = where([...query.where, ...query.rules.map((rule) => rule.keep)], scope)
  return lines(`SELECT ${columns.join(',\n  ')}`, scope.from(), rows, groupBy(keys, query.margins))
}

function groupBy(keys: readonly string[], margins: boolean): string {
  if (keys.length === 0) return ''
  return `GROUP BY ${margins ? `CUBE (${keys.join(', ')})` : keys.join(', ')}`
}

const printedMeasure = ({ key, value }: Measure, scope: Scope) =>
  `${printedAggregate(value, scope)} AS ${scope.dialect.quote(key)}`

function labelled(
  query: Query,
  labels: readonly Labelled[],
  grouped: string,
  beside: readonly string[],
  scope: Scope,
): string {
  const { quote } = scope.dialect
  const groups = query.group.flatMap(({ name }, index) => [
    `g.${quote(`${name}_key`)}`,
    ...(labels[index]?.outer ?? []),
  ])
  const measures = query.measure.map(({ key }) => `g.${quote(key)}`)
  const counts = query.limits.map(({ group }) => `${countOf(query, group, quote)} AS ${quote(`${group}_groups`)}`)
  const ranked = query.limits.map((limit) => rankedFirst(query, limit, quote))
  return lines(
    `WITH g AS (\n${grouped}\n)`,
    `SELECT ${[...groups, ...measures, `g.${quote('level')}`, ...counts, ...beside].join(', ')}`,
    'FROM g',
    ...labels.flatMap((label) => label.join),
    ranked.length === 0 ? '' : `WHERE ${ranked.join('\n  AND ')}`,
  )
}

const bitOf = ({ group }: Query, name: GroupName) =>
  2 ** (group.length - 1 - group.findIndex((each) => each.name === name))
const wholeOf = ({ group }: Query) => 2 ** group.length - 1

/** How many groups a limited dimension has, kept or not. */
const countOf = (query: Query, group: GroupName, quote: Dialect['quote']): string =>
  `(SELECT count(*) FROM g WHERE ${quote('level')} = ${wholeOf(query) - bitOf(query, group)})`

/** A row stays when it is over all of the dimension, or when its group is among the first by its own total. */
function rankedFirst(query: Query, { group, most, by, descending }: Limit, quote: Dialect['quote']): string {
  const alone = wholeOf(query) - bitOf(query, group)
  const key = `coalesce(${quote(`${group}_key`)}, '')`
  const levels = Array.from({ length: 2 ** query.group.length }, (_, level) => level).filter(
    (level) => level & bitOf(query, group),
  )
  return `(g.${quote('level')} IN (${levels.join(', ')}) OR coalesce(g.${quote(`${group}_key`)}, '') IN (
    SELECT ${key} FROM g WHERE ${quote('level')} = ${alone}
    ORDER BY ${quote(by)} ${descending ? 'DESC' : 'ASC'} NULLS LAST, ${key} LIMIT ${most}))`
}

/** A page is cut before anything is joined that is only shown. */
export function compileListing(listing: Listing, model: Model, dialect: Dialect): Statement {
  const bindings = new Bindings(dialect)
  const all = scopeOf(entityOf(listing.from, model), listing.params, model, dialect, bindings)
  const rows = where(listing.where, all)
  const limit = listing.limit === null ? '' : `LIMIT ${listing.limit} OFFSET ${listing.offset}`
  const first = orderOf(listing, all)
  const page = all.over(() => lines(`SELECT ${all.own}`, all.from(), rows, limit && first, limit))
  const id = `${page.column(['id'])} AS ${dialect.quote('id')}`
  const columns = listing.columns.map(({ value, path }) => `${printed(value, page)} AS ${dialect.quote(path)}`)
  const order = orderOf(listing, page)
  const sql = lines(`SELECT ${[id, ...columns].join(', ')}`, page.from(), order)
  return { sql, values: bindings.values, columns: listColumns(listing) }
}

function orderOf({ order }: Listing, scope: Scope): string {
  const keys = order.map(({ by, descending }) => `${printed(by, scope)} ${descending ? 'DESC' : 'ASC'} NULLS LAST`)
  return `ORDER BY ${[...keys, scope.column(['id'])].join(', ')}`
}

const listColumns = (listing: Listing): readonly Column[] => [
  { name: 'id', label: 'Record id', kind: 'id' },
  ...listing.columns.map(({ path, label, value }) => ({ name: path, label, kind: value.kind })),
]

function entityOf(name: string, model: Model): Entity {
  const entity = model[name]
  if (!entity) throw new Error(`no entity '${name}' in the model`)
  return entity
}

const lines = (...all: readonly string[]) => all.filter((line) => line !== '').join('\n')
