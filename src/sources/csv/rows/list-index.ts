import { filledIn } from '../columns/missing.ts'
import { fileRows } from '../file/file-rows.ts'
import type { SeenFile } from '../file/look.ts'
import type { ListMapping } from '../mapping/mapping.ts'
import { folded, squeezed } from '../names.ts'
import type { NearMatch } from './register.ts'

/** What a list says about one value, by column. */
export interface ListEntry {
  readonly key: string
  readonly cells: ReadonlyMap<string, string | null>
}

/** A list in memory, and what was looked up in it. */
export interface ListIndex {
  readonly file: string
  /** Counts what was only nearly there and what was not. */
  find(value: string): ListEntry | null
  known(value: string): ListEntry | null
  near(): readonly NearMatch[]
  missing(): ReadonlyMap<string, number>
}

export async function listIndex(file: SeenFile, { key }: ListMapping): Promise<ListIndex> {
  const entries = await entriesOf(file, key)
  const exact = new Map(entries.map((entry) => [folded(entry.key), entry]))
  const alike = Map.groupBy(entries, (entry) => squeezed(entry.key))
  const near = new Map<string, { written: string; as: string; rows: number }>()
  const missing = new Map<string, number>()

  const nearly = (value: string): ListEntry | null => {
    const [entry, second] = alike.get(squeezed(value)) ?? []
    if (!entry || second) {
      missing.set(value, (missing.get(value) ?? 0) + 1)
      return null
    }
    const match = near.get(value) ?? { written: value, as: entry.key, rows: 0 }
    near.set(value, match)
    match.rows++
    return entry
  }
  return {
    file: file.name,
    known: (value) =>
      exact.get(folded(value)) ??
      (alike.get(squeezed(value))?.length === 1 ? alike.get(squeezed(value))?.[0] : undefined) ??
      null,
    find: (value) => exact.get(folded(value)) ?? nearly(value),
    near: () => [...near.values()].map((match) => ({ ...match })),
    missing: () => new Map(missing),
  }
}

async function entriesOf(file: SeenFile, key: string): Promise<readonly ListEntry[]> {
  const at = file.header.names.indexOf(key)
  const entries: ListEntry[] = []
  for await (const { cells } of fileRows(file, false)) {
    const value = filledIn(cells[at])
    if (value === null) continue
    entries.push({ key: value, cells: new Map(file.header.names.map((name, place) => [name, filledIn(cells[place])])) })
  }
  return entries
}
