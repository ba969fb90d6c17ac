import type { Entity, Field, Kind, Ref } from '../model/index.ts'
import type { Column } from './expr.ts'

type Camel<S> = S extends `${infer A}_${infer B}` ? `${A}${Capitalize<Camel<B>>}` : S

/** The fields of an entity, and through its references those of others, as typed expressions: `deal.owner.team.name`. */
export type Columns<E extends Entity> = {
  readonly [N in keyof E['fields'] as Camel<N>]: E['fields'][N] extends Field<infer K extends Kind> ? Column<K> : never
} & {
  readonly [R in keyof E['refs'] as Camel<R>]: E['refs'][R] extends Ref<infer To> ? Columns<To> : never
}

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** A name that the entity does not have does not compile. */
export function columns<E extends Entity>(entity: E, base: readonly string[] = []): Columns<E> {
  const own = Object.values(entity.fields).map(({ name, kind }) => [
    camel(name),
    { value: { op: 'column', path: [...base, name], kind }, enumerable: true },
  ])
  const others = Object.entries(entity.refs).map(([name, { to }]) => [
    camel(name),
    { get: () => columns(to, [...base, name]), enumerable: true },
  ])
  // The shape follows from the entity, which the compiler cannot see through `fromEntries`.
  return Object.defineProperties({}, Object.fromEntries([...own, ...others])) as Columns<E>
}
