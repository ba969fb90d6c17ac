import type { LandedRow } from '../../../landing/index.ts'
import { folded, idFrom } from '../names.ts'
import type { KnownRecord } from './known.ts'

/** Teams by name below their parents: a team of one name in two regions is two teams. */
export interface Teams {
  idOf(team: string | null, parent: string | null): string | null
  rows(): readonly LandedRow[]
}

export function teams(known: readonly KnownRecord[]): Teams {
  const ids = new Set(known.map((team) => team.id))
  const made = new Map<string, { readonly id: string; readonly name: string; readonly parent: string | null }>()

  const found = (name: string, parentId: string | null): string | null => {
    const all = [...known, ...made.values()]
    const named = all.filter((team) => folded(team.name ?? '') === folded(name))
    const below = parentId === null ? named : named.filter((team) => team.parent === parentId)
    return below[0]?.id ?? null
  }
  const idOf = (name: string, parent: string | null, parentId: string | null): string => {
    const own = parent === null ? idFrom(name) : idFrom(parent, name)
    const id = ids.has(own) ? own : (found(name, parentId) ?? own)
    if (id === own && !made.has(id)) made.set(id, { id, name: name.trim(), parent: parentId })
    return id
  }
  return {
    idOf(team, parent) {
      const parentId = parent === null ? null : idOf(parent, null, null)
      return team === null ? parentId : idOf(team, parent, parentId)
    },
    rows: () => [...made.values()].map(({ id, name, parent }): LandedRow => ({ id, name, parent_id: parent })),
  }
}
