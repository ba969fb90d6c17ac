import type { Entity, Value } from '../../model/index.ts'
import { type Condition, columnAt, type ListColumn, type Listing, nothingAsked, reach } from '../../query/index.ts'
import type { Asking } from '../asking.ts'
import { listed } from '../run.ts'

/** Values by path, and the id. */
export type LoadedRow = Readonly<Record<string, Value>>

export interface WantedRows {
  readonly from: string
  readonly paths: readonly string[]
  readonly where: readonly Condition[]
  readonly newest: string
  /** Null for all. */
  readonly most: number | null
}

/** Records of one kind as they are loaded, the newest first. */
export async function loadedRows(asking: Asking, wanted: WantedRows): Promise<readonly LoadedRow[]> {
  const { from, paths, where, newest, most } = wanted
  const entity = asking.moment.model[from]
  const columns = paths.flatMap((path) => (entity ? columnOf(asking, entity, path) : []))
  const order = columns.filter(({ path }) => path === newest).map(({ value }) => ({ by: value, descending: true }))
  const listing: Listing = { from, asked: nothingAsked, where, columns, order, limit: most, offset: 0 }
  const { rows } = (await listed(asking, listing)).table
  return rows.map(([id = null, ...values]) =>
    Object.fromEntries([['id', id], ...columns.map(({ path }, index) => [path, values[index] ?? null] as const)]),
  )
}

function columnOf({ moment }: Asking, entity: Entity, path: string): readonly ListColumn[] {
  const reached = reach(moment.model, entity, path.split('.'))
  return reached ? [{ path, label: reached.field.label, value: columnAt(reached) }] : []
}
