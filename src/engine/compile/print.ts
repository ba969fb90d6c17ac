import type { Aggregate, Call, Condition, Expr } from '../../query/index.ts'
import type { Scope } from './scope.ts'

export function printed(expr: Expr, scope: Scope): string {
  switch (expr.op) {
    case 'column':
      return scope.column(expr.path)
    case 'literal':
      return scope.bind(expr.value, expr.kind)
    case 'call':
      return printedCall(expr, scope)
  }
}

const millisecondsInDay = 86_400_000

function printedCall({ fn, args, kind }: Call, scope: Scope): string {
  if (fn === 'period') return printedPeriod(args, scope)
  const [a = '', b = '', c = ''] = args.map((arg) => printed(arg, scope))
  const all = () => args.map((arg) => printed(arg, scope))
  const { dialect } = scope
  switch (fn) {
    case 'and':
      return `(${all().join(' AND ')})`
    case 'or':
      return `(${all().join(' OR ')})`
    case 'not':
      return `NOT coalesce(${a}, FALSE)`
    case 'eq':
      return `${a} = ${b}`
    case 'same':
      return `${a} IS NOT DISTINCT FROM ${b}`
    case 'lt':
      return `${a} < ${b}`
    case 'gte':
      return `${a} >= ${b}`
    case 'gt':
      return `${a} > ${b}`
    case 'in':
      return `${a} IN (${all().slice(1).join(', ')})`
    case 'among':
      return scope.among(a, all().slice(1))
    case 'known':
      return `${a} IS NOT NULL`
    case 'past':
      return `${a} <= ${scope.now()}`
    case 'contains':
      return dialect.contains(a, b)
    case 'folded':
      return `nullif(lower(trim(${a})), '')`
    case 'text':
      return dialect.text(a, args[0]?.kind ?? kind)
    case 'if':
      return `CASE WHEN ${a} THEN ${b} ELSE ${c} END`
    case 'at-least':
      return `CASE WHEN ${a} < ${b} THEN ${b} ELSE ${a} END`
    case 'calendar-days':
      return dialect.real(`${b} - ${a}`)
    case 'floor':
      return `floor(${a})`
    case 'time-between':
      return dialect.millisecondsBetween(a, b)
    case 'days-between':
      return `${dialect.real(dialect.millisecondsBetween(a, b))} / ${millisecondsInDay}`
  }
}

const calendarColumns: Readonly<Record<string, string>> = {
  weekly: 'week_start',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
}

function printedPeriod([of, grain]: readonly Expr[], scope: Scope): string {
  const day = of ? printed(of, scope) : ''
  const column = grain?.op === 'literal' ? calendarColumns[String(grain.value)] : undefined
  return column ? scope.period(day, column) : day
}

export function printedAggregate(aggregate: Aggregate, scope: Scope): string {
  if (aggregate.fn === 'ratio') {
    const [part, whole] = [printedAggregate(aggregate.part, scope), printedAggregate(aggregate.whole, scope)]
    return `${aggregate.times} * ${scope.dialect.real(part)} / nullif(${scope.dialect.real(whole)}, 0)`
  }
  if (aggregate.fn === 'product' || aggregate.fn === 'difference') {
    const sign = aggregate.fn === 'product' ? ' * ' : ' - '
    return `(${aggregate.of.map((part) => scope.dialect.real(printedAggregate(part, scope))).join(sign)})`
  }
  const only = aggregate.where ? ` FILTER (WHERE ${printed(aggregate.where, scope)})` : ''
  const number = `${aggregated(aggregate, scope)}${only}`
  return aggregate.fn === 'sum' || (aggregate.fn === 'count' && aggregate.each) ? `coalesce(${number}, 0)` : number
}

/** Asks for the id, so that a fact that could be coarser keeps its rows. */
function countOfRows(scope: Scope): string {
  scope.column(['id'])
  return 'count(*)'
}

function aggregated(aggregate: Exclude<Aggregate, { fn: 'ratio' | 'product' | 'difference' }>, scope: Scope): string {
  switch (aggregate.fn) {
    case 'count':
      return aggregate.each ? `sum(${printed(aggregate.each, scope)})` : countOfRows(scope)
    case 'sum':
    case 'sum-known':
      return `sum(${printed(aggregate.of, scope)})`
    case 'average':
      return `avg(${printed(aggregate.of, scope)})`
    case 'median':
      return scope.dialect.median(printed(aggregate.of, scope))
    case 'percentile':
      return scope.dialect.percentile(printed(aggregate.of, scope), aggregate.at)
    case 'count-distinct':
      return `count(DISTINCT ${printed(aggregate.of, scope)})`
    case 'min':
    case 'max':
      return `${aggregate.fn}(${printed(aggregate.of, scope)})`
  }
}

export function where(conditions: readonly Condition[], scope: Scope): string {
  if (conditions.length === 0) return ''
  return `WHERE ${conditions.map((condition) => printed(condition, scope)).join('\n  AND ')}`
}
