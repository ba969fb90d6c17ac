import type { Entity, Field, Model } from '../model/index.ts'
import { among, asText, type Column, type Condition, type Expr, either, idColumn, literal, or, same } from './expr.ts'
import type { Group, GroupName } from './query.ts'

/** A field reached over to-one relations: what a path like `owner.team.name` names. */
export interface Reached {
  readonly path: readonly string[]
  readonly field: Field
  readonly entity: Entity
}

/** A path comes from outside: `constructor` is a name like any other, and nobody's field. */
const own = <T>(of: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(of, name) ? of[name] : undefined

/** Null when the entity has no such field. Relations may have custom fields at their end. */
export function reach(model: Model, from: Entity, path: readonly string[]): Reached | null {
  const [first = '', ...rest] = path
  if (rest.length === 0) {
    const field = own(from.fields, first)
    return field ? { path, field, entity: from } : ofRecord(model, from, first)
  }
  const to = own(from.refs, first)?.to
  const entity = to && (model[to.name] ?? to)
  const reached = entity ? reach(model, entity, rest) : null
  return reached && { ...reached, path: [first, ...reached.path] }
}

/** A fact about one record has the fields of that record too, also the custom ones. */
function ofRecord(model: Model, { refs }: Entity, name: string): Reached | null {
  const [record, ref] = Object.entries(refs).find(([, { via }]) => via === 'id') ?? []
  const fields = ref && (model[ref.to.name] ?? ref.to).fields
  const field = fields && own(fields, name)
  return record && ref && field ? { path: [record, name], field, entity: ref.to } : null
}

export const columnAt = ({ path, field }: Reached): Column => ({ op: 'column', path, kind: field.kind })

/**
 * A dimension by its path: a relation (`owner`, `company`), `team` for the owner's main team, or any field.
 * Null when the entity has no such thing.
 */
export function dimension(model: Model, from: Entity, name: GroupName, dimension: string): Group | null {
  const path = dimension === 'team' && !from.refs.team ? ['owner', 'team'] : dimension.split('.')
  return byRelation(model, from, name, path) ?? byField(model, from, name, path)
}

function byRelation(model: Model, from: Entity, name: GroupName, path: readonly string[]): Group | null {
  const base = path.slice(0, -1)
  const owner = base.reduce<Entity | undefined>((entity, step) => entity && own(entity.refs, step)?.to, from)
  const ref = owner && own(owner.refs, path.at(-1) ?? '')
  if (!ref) return null
  const at = (field: string): Column | null => {
    const reached = reach(model, from, [...path, field])
    return reached && columnAt(reached)
  }
  const label = at(ref.to.title)
  const key = idColumn(...base, ref.via)
  return label && { name, key, label, order: at('display_order') }
}

function byField(model: Model, from: Entity, name: GroupName, path: readonly string[]): Group | null {
  const reached = reach(model, from, path)
  if (!reached) return null
  const key = keyOf(columnAt(reached))
  const order = reached.field.orderedBy && reach(model, from, [...path.slice(0, -1), reached.field.orderedBy])
  return { name, key, label: key, order: order ? columnAt(order) : null }
}

/** Group keys are text, so that a key in a URL is the key in the engine. */
const keyOf = (column: Column): Expr => (column.kind === 'text' || column.kind === 'id' ? column : asText(column))

export const inGroup = (group: Group, key: string | null): Condition => same(keyOfGroup(group), key)

export function inGroups(group: Group, keys: readonly (string | null)[]): Condition {
  const named = among(
    keyOfGroup(group),
    keys.filter((key) => key !== null),
  )
  return keys.includes(null) ? or(named, inGroup(group, null)) : named
}

/** The same group with every other than these in one, of the key `rest`. */
export const gathered = (group: Group, keys: readonly (string | null)[], rest: string): Group => ({
  ...group,
  key: either(inGroups(group, keys), keyOfGroup(group), literal('text', rest)),
})

const keyOfGroup = ({ key }: Group): Expr<'text'> => ({ ...key, kind: 'text' }) as Expr<'text'>
