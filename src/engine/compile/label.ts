import type { Entity, Model } from '../../model/index.ts'
import type { Column, Expr, Group } from '../../query/index.ts'
import { printed } from './print.ts'
import type { Scope } from './scope.ts'

/** Where the label and order of a group come from: inside the grouping, or from a join with its result. */
export interface Labelled {
  readonly inner: readonly string[]
  readonly outer: readonly string[]
  readonly join: readonly string[]
}

/** A key that is the id of a record is labelled after grouping, so that the join sees a few rows and not all. */
export function labelOf(group: Group, model: Model, from: string, scope: Scope): Labelled {
  const { quote } = scope.dialect
  const named = (part: 'label' | 'order') => quote(`${group.name}_${part}`)
  const parts = [['label', group.label] as const, ...(group.order ? [['order', group.order] as const] : [])]
  const to = lookedUp(group, model[from])
  if (!to) {
    return {
      inner: parts.map(([part, expr]) => `max(${printed(expr, scope)}) AS ${named(part)}`),
      outer: parts.map(([part]) => `g.${named(part)}`),
      join: [],
    }
  }
  const alias = quote(`${group.name} group`)
  return {
    inner: [],
    outer: parts.map(([part, expr]) => `${alias}.${quote(nameOf(expr))} AS ${named(part)}`),
    join: [`LEFT JOIN ${quote(to.name)} AS ${alias} ON ${alias}.${quote('id')} = g.${quote(`${group.name}_key`)}`],
  }
}

const nameOf = (expr: Expr): string => (expr.op === 'column' ? (expr.path.at(-1) ?? '') : '')

/** The entity that the key is an id of, when the label and the order are its own columns. */
function lookedUp({ key, label, order }: Group, from: Entity | undefined): Entity | null {
  if (key.op !== 'column' || label.op !== 'column' || (order && order.op !== 'column')) return null
  const relation = label.path.slice(0, -1)
  const base = key.path.slice(0, -1)
  const holder = base.reduce<Entity | undefined>((entity, step) => entity?.refs[step]?.to, from)
  const ref = holder?.refs[relation.at(-1) ?? '']
  return ref && ref.via === (key as Column).path.at(-1) && relation.length === base.length + 1 ? ref.to : null
}
