import { rowsOf } from './aggregate-kinds.ts'
import { type Condition, type DayRange, type Expr, type Grain, not, periodOf, within } from './expr.ts'
import type { Asked, Beside, Group, Limit, Measure, Query, Rows, Rule } from './query.ts'

export const nothingAsked: Asked = { now: null, given: {} }

/** All records of an entity: where every question starts. */
export const allOf = (from: string): Query => ({
  from,
  asked: nothingAsked,
  where: [],
  rules: [],
  group: [],
  measure: [],
  margins: false,
  limits: [],
  beside: [],
})

/** A feature of every report is one of these: a query in, a query out. */
export type Rewrite = (query: Query) => Query

export const rewritten = (query: Query, ...rewrites: readonly Rewrite[]): Query =>
  rewrites.reduce((each, rewrite) => rewrite(each), query)

export const filter =
  (...conditions: readonly Condition[]): Rewrite =>
  (query) => ({ ...query, where: [...query.where, ...conditions] })

export const keep =
  (...rules: readonly Rule[]): Rewrite =>
  (query) => ({ ...query, rules: [...query.rules, ...rules] })

/** Says when it is, and gives a fact that depends on the question what it needs. */
export const askedWith =
  (asked: Partial<Asked>): Rewrite =>
  (query) => ({ ...query, asked: { ...query.asked, ...asked } })

export const inRange = (date: Expr<'day'>, range: DayRange): Rewrite => filter(within(date, range))

export const groupedBy =
  (group: Group): Rewrite =>
  (query) => ({ ...query, group: [...query.group, group] })

export const overTime = (date: Expr<'day'>, grain: Grain): Rewrite => {
  const period = periodOf(date, grain)
  return groupedBy({ name: 'period', key: period, label: period, order: null })
}

export const withMargins: Rewrite = (query) => ({ ...query, margins: true })

export const limited =
  (...limits: readonly Limit[]): Rewrite =>
  (query) => ({ ...query, limits })

export const counting =
  (...beside: readonly Beside[]): Rewrite =>
  (query) => ({ ...query, beside })

export const measuring =
  (measure: readonly Measure[]): Rewrite =>
  (query) => ({ ...query, measure })

/** The rows that a figure is made from: the scope, the rules, the conditions of its cell and the measure's own narrowing. */
export const drill = (query: Query, cell: readonly Condition[], measure: Measure): Rows => ({
  from: query.from,
  asked: query.asked,
  where: [...query.where, ...query.rules.map((rule) => rule.keep), ...cell, rowsOf(measure.value)],
})

/** The rows in scope that one rule keeps out of the figure, when the rules before it kept them in. */
export const leftOut = (query: Query, cell: readonly Condition[], rule: Rule): Rows => {
  const before = query.rules.slice(
    0,
    query.rules.findIndex((each) => each.key === rule.key),
  )
  return {
    from: query.from,
    asked: query.asked,
    where: [...query.where, ...cell, ...before.map((each) => each.keep), not(rule.keep)],
  }
}
