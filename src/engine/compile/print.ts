import { isGrain, periodColumns } from '../../model/index.ts'
import { type Aggregate, aggregateSql, type Call, type Condition, type Expr } from '../../query/index.ts'
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

function printedPeriod([of, grain]: readonly Expr[], scope: Scope): string {
  const day = of ? printed(of, scope) : ''
  const wanted = grain?.op === 'literal' ? String(grain.value) : ''
  return isGrain(wanted) && wanted !== 'daily' ? scope.period(day, periodColumns[wanted]) : day
}

export const printedAggregate = (aggregate: Aggregate, scope: Scope): string =>
  aggregateSql(aggregate, {
    value: (of) => printed(of, scope),
    rows: () => countOfRows(scope),
    real: scope.dialect.real,
    median: scope.dialect.median,
    percentile: scope.dialect.percentile,
  })

/** Asks for the id, so that a fact that could be coarser keeps its rows. */
function countOfRows(scope: Scope): string {
  scope.column(['id'])
  return 'count(*)'
}

export function where(conditions: readonly Condition[], scope: Scope): string {
  if (conditions.length === 0) return ''
  return `WHERE ${conditions.map((condition) => printed(condition, scope)).join('\n  AND ')}`
}
