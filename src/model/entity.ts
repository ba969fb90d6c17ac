import type { Field, FieldSpec, Kind } from './field.ts'
import type { PipelineObject } from './pipeline.ts'
import type { RightsBy, RightsOf } from './rights.ts'

/** A to-one relation: `via` is the column on this side that holds the id of the other. */
export interface Ref<E extends Entity = Entity> {
  readonly to: E
  readonly via: string
  readonly label: string
}

/** A kind of record. Each has a text `id`; relations are to-one and acyclic, so a join never multiplies rows. */
export interface Entity {
  readonly name: string
  readonly label: string
  readonly plural: string
  readonly doc: string
  readonly fields: Readonly<Record<string, Field>>
  readonly refs: Readonly<Record<string, Ref>>
  /** The columns a list of these records shows first, as paths. */
  readonly list: readonly string[]
  /** The path that names a record to a reader. */
  readonly title: string
  /** The object that decides who sees these rows. */
  readonly rights: RightsOf
  readonly rightsBy?: RightsBy
  /** Whose pipelines its records stand in; without it, those of deals. */
  readonly pipelinesOf?: PipelineObject
}

interface EntitySpec {
  readonly label: string
  readonly plural: string
  readonly doc: string
  readonly fields: Readonly<Record<string, FieldSpec>>
  readonly refs?: Readonly<Record<string, Ref>>
  readonly list: readonly string[]
  readonly title: string
  readonly rights: RightsOf
  readonly rightsBy?: RightsBy
  readonly pipelinesOf?: PipelineObject
}

type Named<F extends Readonly<Record<string, FieldSpec>>> = { readonly [N in keyof F]: Field<F[N]['kind'] & Kind> }

/** Fields are keyed by their column name; `id` comes with every entity. */
export function entity<const S extends EntitySpec>(name: string, spec: S) {
  const fields = Object.fromEntries(Object.entries(spec.fields).map(([name, field]) => [name, { ...field, name }]))
  return Object.freeze({
    ...spec,
    name,
    refs: (spec.refs ?? {}) as S extends { refs: infer R } ? R : Record<never, Ref>,
    fields: { id: { name: 'id', kind: 'id', label: 'Record id' }, ...fields } as Named<S['fields']> & {
      readonly id: Field<'id'>
    },
  })
}

export const ref = <E extends Entity>(to: E, via: string, label: string = to.label): Ref<E> => ({ to, via, label })
