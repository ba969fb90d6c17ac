import { type Bind, isAsked, isView, type Uses } from '../../facts/index.ts'
import { type Join, own, type Plan, planListing, planMany, planOf, termsOfQuery } from './plan.ts'
import { printed, printedFigure, type Writing } from './print-term.ts'
import { ranked, totalOf } from './ranked.ts'
import {
  type ResolvedGroup,
  type ResolvedListing,
  type ResolvedQuery,
  type ResolvedRows,
  recordId,
  type Term,
} from './resolved.ts'

/** The last step: groups first by key alone, then looks up the labels of the few groups that are left. */
export function printQuery(query: ResolvedQuery, writing: Writing): string {
  const { quote } = writing.dialect
  const columns = [
    ...query.groups.flatMap((group) => shownGroup(group, writing)),
    ...query.measures.map(({ key }) => `g.${quote(key)}`),
    `g.${quote('level')}`,
    ...query.limits.map((limit) => totalOf(query, limit, quote)),
    ...query.beside.map(({ key, rows }) => `(${countOf(rows, writing)}) AS ${quote(key)}`),
  ]
  return lines(
    `WITH g AS (\n${grouped(query, writing)}\n)`,
    `SELECT ${columns.join(', ')}`,
    'FROM g',
    ...query.groups.map((group) => lookUp(group, writing)),
    ranked(query, quote),
  )
}

function grouped(query: ResolvedQuery, writing: Writing): string {
  const { quote } = writing.dialect
  const keys = query.groups.map(({ key }) => printed(key, writing))
  const columns = [
    ...query.groups.map(({ name }, index) => `${keys[index]} AS ${quote(`${name}_key`)}`),
    ...query.groups.flatMap((group) => labelsInside(group, writing)),
    ...query.measures.map(({ key, figure }) => `${printedFigure(figure, writing)} AS ${quote(key)}`),
    `${query.margins && keys.length > 0 ? `grouping(${keys.join(', ')})` : 0} AS ${quote('level')}`,
  ]
  const from = printedFrom(planOf(query.source, termsOfQuery(query)), writing)
  return lines(`SELECT ${columns.join(',\n  ')}`, from, where(query.where, writing), groupBy(keys, query.margins))
}

function groupBy(keys: readonly string[], margins: boolean): string {
  if (keys.length === 0) return ''
  return `GROUP BY ${margins ? `CUBE (${keys.join(', ')})` : keys.join(', ')}`
}

function labelsInside({ name, label }: ResolvedGroup, writing: Writing): readonly string[] {
  if (label.from === 'table') return []
  const { quote } = writing.dialect
  return label.parts.map(({ part, value }) => `max(${printed(value, writing)}) AS ${quote(`${name}_${part}`)}`)
}

const aliasOfGroup = (name: string): string => `${name} group`

function shownGroup({ name, label }: ResolvedGroup, { dialect: { quote } }: Writing): readonly string[] {
  const named = (part: string) => quote(`${name}_${part}`)
  const shown =
    label.from === 'rows'
      ? label.parts.map(({ part }) => `g.${named(part)}`)
      : label.parts.map(({ part, value }) => `${quote(aliasOfGroup(name))}.${quote(value)} AS ${named(part)}`)
  return [`g.${named('key')}`, ...shown]
}

function lookUp({ name, label }: ResolvedGroup, { dialect: { quote } }: Writing): string {
  if (label.from === 'rows') return ''
  const alias = quote(aliasOfGroup(name))
  return `LEFT JOIN ${quote(label.table)} AS ${alias} ON ${alias}.${quote('id')} = g.${quote(`${name}_key`)}`
}

function countOf({ source, where: conditions }: ResolvedRows, writing: Writing): string {
  const plan = planOf(source, [...conditions, recordId])
  return lines('SELECT count(*)', printedFrom(plan, writing), where(conditions, writing))
}

export function printListing(listing: ResolvedListing, writing: Writing): string {
  const { quote } = writing.dialect
  const { rows, shown } = planListing(listing)
  const { limit, offset, columns } = listing
  const cut = limit === null ? '' : `${orderBy(listing, writing)}\nLIMIT ${limit} OFFSET ${offset}`
  const page = lines(`SELECT ${quote(own)}.*`, printedFrom(rows, writing), where(listing.where, writing), cut)
  const all = [
    `${printed(recordId, writing)} AS ${quote('id')}`,
    ...columns.map(({ path, value }) => `${printed(value, writing)} AS ${quote(path)}`),
  ]
  return lines(`SELECT ${all.join(', ')}`, fromWith(`(\n${page}\n)`, shown, writing), orderBy(listing, writing))
}

function orderBy({ order }: ResolvedListing, writing: Writing): string {
  const keys = order.map(({ by, descending }) => `${printed(by, writing)} ${descending ? 'DESC' : 'ASC'} NULLS LAST`)
  return `ORDER BY ${[...keys, printed(recordId, writing)].join(', ')}`
}

function printedFrom(plan: Plan, writing: Writing): string {
  return fromWith(sourceOf(plan, writing), plan, writing)
}

/** A record or a stored fact is a table; what is not stored stands in the question itself. */
function sourceOf({ source: { entity, given }, used }: Plan, { dialect, bindings }: Writing): string {
  const bind: Bind = (value, kind) => bindings.bind(value, kind)
  const uses: Uses = (column) => used.has(column)
  if (isAsked(entity)) return `(\n${entity.asked(given, bind, uses, dialect)}\n)`
  return isView(entity) ? `(\n${entity.view(uses, dialect)}\n)` : dialect.quote(entity.name)
}

const fromWith = (rows: string, { joins }: Plan, writing: Writing): string =>
  lines(`FROM ${rows} AS ${writing.dialect.quote(own)}`, ...joins.map((join) => printedJoin(join, writing)))

function printedJoin(join: Join, writing: Writing): string {
  const { quote } = writing.dialect
  const there = quote(join.alias)
  switch (join.kind) {
    case 'record':
      return `LEFT JOIN ${quote(join.to)} AS ${there} ON ${there}.${quote('id')} = ${quote(join.of)}.${quote(join.via)}`
    case 'many':
      return `LEFT JOIN (\n${printedMany(join.of, writing)}\n) AS ${there} ON ${there}.${quote('key')} = ${printed(recordId, writing)}`
    case 'calendar':
      return `LEFT JOIN ${quote('calendar')} AS ${there} ON ${there}.${quote('day')} = ${printed(join.day, writing)}`
    case 'list': {
      const values = join.values.map((value) => `(${printed(value, writing)})`).join(', ')
      return `LEFT JOIN (VALUES ${values}) AS ${there} (${quote('key')}) ON ${there}.${quote('key')} = ${printed(join.text, writing)}`
    }
  }
}

/** The other records by the id that they hold, one row each. */
function printedMany(many: Term & { readonly op: 'many' }, writing: Writing): string {
  const { quote } = writing.dialect
  const key = printed(many.key, writing)
  return lines(
    `SELECT ${key} AS ${quote('key')}, ${printedFigure(many.figure, writing)} AS ${quote('value')}`,
    printedFrom(planMany(many), writing),
    where(many.rows.where, writing),
    `GROUP BY ${key}`,
  )
}

function where(conditions: readonly Term[], writing: Writing): string {
  if (conditions.length === 0) return ''
  return `WHERE ${conditions.map((condition) => printed(condition, writing)).join('\n  AND ')}`
}

const lines = (...all: readonly string[]) => all.filter((line) => line !== '').join('\n')
