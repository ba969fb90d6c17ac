import {
  type Expr,
  filter,
  isAllTime,
  known,
  leftOut,
  type Measure,
  neededValueOf,
  not,
  type Rows,
  rewritten,
  undated,
} from '../../query/index.ts'
import { cellConditions, cellScope, type Plan } from '../plan.ts'
import type { Cell } from '../question/question.ts'

export interface LeftOut {
  readonly reason: string
  readonly label: string
  readonly rows: Rows
}

/** Why records in scope are not in a figure: no date at all, a rule of the report, or no value to average. */
export function leftOutOf(plan: Plan, cell: Cell, measure: Measure): readonly LeftOut[] {
  const conditions = cellConditions(plan, cell)
  const query = cellScope(plan, cell)
  const rules = plan.rules.map((rule) => ({
    reason: rule.key,
    label: rule.otherwise,
    rows: leftOut(query, conditions, rule),
  }))
  return [...withoutDate(plan, conditions), ...rules, ...valueless(plan, cell, measure)]
}

/** Over all time they are counted. */
function withoutDate({ base, report, range, say }: Plan, conditions: readonly Expr<'flag'>[]): readonly LeftOut[] {
  if (!report.date || isAllTime(range)) return []
  const label = report.from.fields[report.date.path.at(-1) ?? '']?.label.toLowerCase() ?? 'date'
  const { from, asked, where } = rewritten(base, filter(undated(report.date), ...conditions))
  return [
    { reason: 'undated', label: say('Has no {{date}}, at any time', { date: label }), rows: { from, asked, where } },
  ]
}

function valueless(plan: Plan, cell: Cell, { value }: Measure): readonly LeftOut[] {
  const needed = neededValueOf(value)
  if (!needed) return []
  const query = cellScope(plan, cell)
  const where = [
    ...query.where,
    ...query.rules.map((rule) => rule.keep),
    ...cellConditions(plan, cell),
    ...('where' in value && value.where ? [value.where] : []),
    not(known(needed)),
  ]
  return [
    {
      reason: 'no-value',
      label: plan.say('Has no value to average'),
      rows: { from: query.from, asked: query.asked, where },
    },
  ]
}
