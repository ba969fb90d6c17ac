import type { Entity, Field, Model } from '../../../model/index.ts'
import { columnName, custom, type Signatures } from './signature.ts'

/** A column that a table does not have yet, or has in another kind. */
export interface NewColumn {
  readonly entity: Entity
  readonly field: Field
}

/** In what a generation differs from the one that would be made now, as far as less than all of it has to be made anew. */
export interface Differences {
  readonly columns: readonly NewColumn[]
  /** Tables that are made by code, and stored facts. */
  readonly tables: ReadonlySet<string>
  /** Tables that nothing makes any more. */
  readonly gone: readonly string[]
}

interface Wanted {
  readonly model: Model
  readonly signatures: Signatures
}

/** Null where all has to be made anew. */
export function differencesOf(made: Signatures, { model, signatures }: Wanted): Differences | null {
  const differs = (name: string) => made.get(name) !== signatures.get(name)
  const kept = ['', ...Object.keys(model)]
  const columns = Object.values(model).flatMap((entity) => custom(entity).map((field) => ({ entity, field })))
  const names = new Set(columns.map(({ entity, field }) => columnName(entity, field)))
  const former = [...made.keys()].filter((name) => !signatures.has(name))
  if (kept.some(differs) || former.some((name) => name.includes('.'))) return null
  return {
    columns: columns.filter(({ entity, field }) => differs(columnName(entity, field))),
    tables: new Set([...signatures.keys()].filter((name) => !kept.includes(name) && !names.has(name) && differs(name))),
    gone: former,
  }
}

export const isNothing = ({ columns, tables, gone }: Differences): boolean =>
  columns.length + tables.size + gone.length === 0
