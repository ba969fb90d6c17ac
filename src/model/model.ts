import { crm, type EntityName } from './crm.ts'
import type { Entity } from './entity.ts'
import type { Field } from './field.ts'

/** A property that a source has and Plumbline does not: a typed column of its own. */
export interface CustomField extends Field {
  readonly entity: EntityName
  readonly custom: true
}

/** All entities with the account's custom fields, by name: what is in the warehouse. */
export type Model = Readonly<Record<string, Entity>>

export function modelWith(custom: readonly CustomField[]): Model {
  return Object.fromEntries(
    Object.entries(crm).map(([name, entity]) => [
      name,
      extended(
        entity,
        custom.filter((field) => field.entity === name),
      ),
    ]),
  )
}

function extended(entity: Entity, custom: readonly CustomField[]): Entity {
  const fields = Object.fromEntries(custom.map((field) => [field.name, field]))
  return { ...entity, fields: { ...fields, ...entity.fields } }
}

/** Fields that sources fill; the others (local days, home amounts) are made at load. */
export const landed = (entity: Entity): readonly Field[] =>
  Object.values(entity.fields).filter((field) => !field.dayOf && !field.homeOf)
