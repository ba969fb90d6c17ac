import { type Entity, isGrain, type Model, periodColumns } from '../../model/index.ts'
import {
  type Aggregate,
  type Asked,
  aggregateSql,
  type Call,
  type Column,
  type Condition,
  type Expr,
  type Group,
  type Listing,
  type Literal,
  literal,
  type Many,
  ofNothing,
  type Query,
  type Rows,
} from '../../query/index.ts'
import type {
  Figure,
  ResolvedGroup,
  ResolvedLabel,
  ResolvedListing,
  ResolvedQuery,
  ResolvedRows,
  Step,
  Term,
} from './resolved.ts'

/** The first step: every name is found in the model, and what the question decides is settled. Anything unknown is a bug. */
export function resolveQuery(query: Query, model: Model): ResolvedQuery {
  const within = around(query, model)
  return {
    ...resolveRows({ ...query, where: [...query.where, ...query.rules.map((rule) => rule.keep)] }, model),
    groups: query.group.map((group) => resolveGroup(group, within)),
    measures: query.measure.map(({ key, value }) => ({ key, figure: figureOf(value, within) })),
    margins: query.margins,
    limits: query.limits,
    beside: query.beside.map(({ key, rows }) => ({ key, rows: resolveRows(rows, model) })),
  }
}

export function resolveListing(listing: Listing, model: Model): ResolvedListing {
  const within = around(listing, model)
  return {
    ...resolveRows(listing, model),
    columns: listing.columns.map(({ path, value }) => ({ path, value: termOf(value, within) })),
    order: listing.order.map(({ by, descending }) => ({ by: termOf(by, within), descending })),
    limit: listing.limit,
    offset: listing.offset,
  }
}

interface Around {
  readonly from: Entity
  readonly asked: Asked
  readonly model: Model
}

const around = ({ from, asked }: Pick<Rows, 'from' | 'asked'>, model: Model): Around => ({
  from: entityOf(from, model),
  asked,
  model,
})

function resolveRows(rows: Rows, model: Model): ResolvedRows {
  const within = around(rows, model)
  const { from, asked } = within
  return {
    source: { entity: from, given: asked.given },
    where: rows.where.map((condition: Condition) => termOf(condition, within)),
  }
}

function termOf(expr: Expr, within: Around): Term {
  switch (expr.op) {
    case 'column':
      return columnOf(expr, within)
    case 'literal':
      return expr
    case 'call':
      return callOf(expr, within)
    case 'many':
      return manyOf(expr, within)
  }
}

function columnOf({ path, kind }: Column, { from, model }: Around): Term {
  const name = path.at(-1) ?? ''
  let holder = from
  const along: Step[] = []
  for (const step of path.slice(0, -1)) {
    const ref = holder.refs[step]
    if (!ref) throw new Error(`${holder.name} refers to no '${step}'`)
    along.push({ name: step, via: ref.via, to: ref.to.name })
    holder = model[ref.to.name] ?? ref.to
  }
  if (!holder.fields[name]) throw new Error(`${from.name} has no column '${path.join('.')}'`)
  return { op: 'column', along, name, kind }
}

function callOf({ fn, args, kind }: Call, within: Around): Term {
  const terms = args.map((arg) => termOf(arg, within))
  switch (fn) {
    case 'period':
      return periodOf(terms)
    case 'among':
      return { op: 'among', text: first(terms), values: terms.slice(1).map(asLiteral), kind }
    case 'past': {
      const now = literal('instant', within.asked.now)
      return { op: 'call', fn: 'lte', args: [first(terms), now], kind }
    }
    default:
      return { op: 'call', fn, args: terms, kind }
  }
}

/** Of the other records every name is found among theirs. */
function manyOf({ of, via, where, value, kind }: Many, { asked, model }: Around): Term {
  const there = around({ from: of, asked }, model)
  const key = termOf({ op: 'column', path: [via], kind: 'id' }, there)
  const rows = resolveRows({ from: of, asked, where: [where] }, model)
  return { op: 'many', rows, key, figure: figureOf(value, there), ofNothing: ofNothing(value), kind }
}

/** A day is its own period. */
function periodOf([day, grain]: readonly Term[]): Term {
  const wanted = grain?.op === 'literal' ? String(grain.value) : ''
  if (!day || !isGrain(wanted)) throw new Error(`no period '${wanted}'`)
  return wanted === 'daily' ? day : { op: 'period', day, column: periodColumns[wanted], kind: 'day' }
}

function first([term]: readonly Term[]): Term {
  if (!term) throw new Error('a call without arguments')
  return term
}

function asLiteral(term: Term): Literal {
  if (term.op !== 'literal') throw new Error(`'${term.op}' among values`)
  return term
}

/** What an aggregate asks of its writer is what it reads. */
function figureOf(aggregate: Aggregate, within: Around): Figure {
  const terms = new Map<Expr, Term>()
  let countsRows = false
  const plain = (sql: string) => sql
  aggregateSql(aggregate, {
    value: (of) => {
      terms.set(of, termOf(of, within))
      return ''
    },
    rows: () => {
      countsRows = true
      return ''
    },
    ...{ real: plain, median: plain, percentile: plain },
  })
  return { aggregate, terms, countsRows }
}

function resolveGroup(group: Group, within: Around): ResolvedGroup {
  return { name: group.name, key: termOf(group.key, within), label: labelOf(group, within) }
}

/** A key that is the id of a record is labelled after grouping, so that the join sees a few rows and not all. */
function labelOf(group: Group, within: Around): ResolvedLabel {
  const parts = [
    { part: 'label', value: group.label } as const,
    ...(group.order ? [{ part: 'order', value: group.order } as const] : []),
  ]
  const to = lookedUp(group, within.from)
  return to
    ? { from: 'table', table: to.name, parts: parts.map(({ part, value }) => ({ part, value: nameOf(value) })) }
    : { from: 'rows', parts: parts.map(({ part, value }) => ({ part, value: termOf(value, within) })) }
}

const nameOf = (expr: Expr): string => (expr.op === 'column' ? (expr.path.at(-1) ?? '') : '')

/** The entity that the key is an id of, when the label and the order are its own columns. */
function lookedUp({ key, label, order }: Group, from: Entity): Entity | null {
  if (key.op !== 'column' || label.op !== 'column' || (order && order.op !== 'column')) return null
  const relation = label.path.slice(0, -1)
  const base = key.path.slice(0, -1)
  const holder = base.reduce<Entity | undefined>((entity, step) => entity?.refs[step]?.to, from)
  const ref = holder?.refs[relation.at(-1) ?? '']
  return ref && ref.via === key.path.at(-1) && relation.length === base.length + 1 ? ref.to : null
}

function entityOf(name: string, model: Model): Entity {
  const entity = model[name]
  if (!entity) throw new Error(`no entity '${name}' in the model`)
  return entity
}
