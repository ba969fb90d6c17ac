import { type Asking, type LoadedRow, loadedRows } from '../../answer/index.ts'
import { type Column, eq } from '../../query/index.ts'
import type { Earlier } from '../documents/documents.ts'
import { type GoalContent, goalColumns, goalContent, goalOfRow, goalRows } from './goal-kind.ts'
import { text } from './holder.ts'

type Lives = ReadonlyMap<string, readonly Earlier<GoalContent>[]>

const column = (name: string): Column<'text'> => ({ op: 'column', path: [name], kind: 'text' })

/** What became of goals in a Plumbline that wrote a line of history for each part that was changed, and had no documents. */
export async function earlierGoals(asking: Asking): Promise<Lives> {
  if (!asking.moment.records.property_change) return new Map()
  const lines = await loadedRows(asking, {
    from: 'property_change',
    paths: ['record_id', 'property', 'value', 'changed_at', 'changed_by'],
    where: [eq(column('entity'), 'goal'), eq(column('origin'), 'plumbline')],
    newest: 'changed_at',
    most: null,
  })
  if (lines.length === 0) return new Map()
  const rows = await loadedRows(asking, { ...goalRows, where: [], most: null })
  const loaded = new Map(rows.map((row) => [String(row.id), goalOfRow(row)]))
  const lives = Map.groupBy(lines.toReversed(), ({ record_id }) => String(record_id))
  return new Map([...lives].map(([id, of]) => [id, lifeOf(of, loaded.get(id) ?? null)]))
}

/** All lines of one instant are one change. What no line tells of was always as it is. */
function lifeOf(lines: readonly LoadedRow[], loaded: GoalContent | null): readonly Earlier<GoalContent>[] {
  const told = partsOf(lines)
  const parts = Object.keys(goalColumns) as readonly (keyof GoalContent)[]
  const start = parts.map((part) => [part, part in told ? null : (loaded?.[part] ?? null)])
  let content = goalContent.parse(Object.fromEntries(start))
  return [...Map.groupBy(lines, ({ changed_at }) => String(changed_at))].map(([at, of]) => {
    content = { ...content, ...partsOf(of) }
    const isRemoved = of.some(({ property }) => property === 'removed')
    return { at, by: text(of[0]?.changed_by), content: isRemoved ? null : content }
  })
}

function partsOf(lines: readonly LoadedRow[]): Partial<GoalContent> {
  const values = new Map(lines.map(({ property, value }) => [property, value ?? null]))
  const told = Object.entries(goalColumns).filter(([, name]) => values.has(name))
  const parts = told.map(([part, name]) => [part, part === 'amount' ? amountIn(values.get(name)) : values.get(name)])
  return goalContent.partial().parse(Object.fromEntries(parts))
}

const amountIn = (value: unknown): number | null => (value === null ? null : Number(value))
