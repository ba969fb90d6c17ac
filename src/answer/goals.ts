import type { Entity, Value } from '../model/index.ts'
import {
  always,
  type Column,
  type Condition,
  columnAt,
  eq,
  type ListColumn,
  type Listing,
  never,
  oneOf,
  or,
  reach,
  type Sight,
} from '../query/index.ts'
import type { Asking } from './asking.ts'
import type { Forecast, Goal, GoalChange } from './goal-shapes.ts'
import { listed } from './run.ts'

/** More are not listed: a company has a few hundred. */
const most = 10_000

type Row = Readonly<Record<string, Value>>

const holderPaths = ['owner_id', 'owner.name', 'team_id', 'team.name', 'pipeline_id', 'pipeline.label', 'amount']

interface Wanted {
  readonly from: string
  readonly paths: readonly string[]
  readonly where: readonly Condition[]
  readonly newest: string
}

/** Rows by path, the newest first. */
async function rowsOf(asking: Asking, { from, paths, where, newest }: Wanted): Promise<readonly Row[]> {
  const entity = asking.moment.model[from]
  const columns = paths.flatMap((path) => (entity ? columnOf(asking, entity, path) : []))
  const order = columns.filter(({ path }) => path === newest).map(({ value }) => ({ by: value, descending: true }))
  const listing: Listing = { from, params: {}, where, columns, order, limit: most, offset: 0 }
  const { rows } = (await listed(asking, listing)).table
  return rows.map(([id = null, ...values]) =>
    Object.fromEntries([['id', id], ...columns.map(({ path }, index) => [path, values[index] ?? null] as const)]),
  )
}

function columnOf({ moment }: Asking, entity: Entity, path: string): readonly ListColumn[] {
  const reached = reach(moment.model, entity, path.split('.'))
  return reached ? [{ path, label: reached.field.label, value: columnAt(reached) }] : []
}

const idColumn = (...path: readonly string[]): Column<'id'> => ({ op: 'column', path, kind: 'id' })

/** A person’s are seen by who sees that person, a team’s by who sees that team. */
const seenBy = (sees: Sight): Condition =>
  sees === 'everything'
    ? always
    : or(
        sees.owners.length > 0 ? oneOf(idColumn('owner_id'), sees.owners) : never,
        sees.teams.length > 0 ? oneOf(idColumn('owner', 'main_team_id'), sees.teams) : never,
        sees.teams.length > 0 ? oneOf(idColumn('team_id'), sees.teams) : never,
      )

const text = (value: Value | undefined): string | null => (value === null || value === undefined ? null : String(value))

const holderOf = (row: Row) => ({
  id: String(row.id),
  ownerId: text(row.owner_id),
  owner: text(row['owner.name']),
  teamId: text(row.team_id),
  team: text(row['team.name']),
  pipelineId: text(row.pipeline_id),
  pipeline: text(row['pipeline.label']),
  amount: row.amount === null ? null : Number(row.amount),
})

export const goalList = (asking: Asking): Promise<readonly Goal[]> => goalsWhere(asking, always)

export async function goalOf(asking: Asking, id: string): Promise<Goal | null> {
  const [goal = null] = await goalsWhere(asking, eq(idColumn('id'), id))
  return goal
}

async function goalsWhere(asking: Asking, wanted: Condition): Promise<readonly Goal[]> {
  const paths = [...holderPaths, 'name', 'metric', 'starts_on', 'ends_on']
  const where = [seenBy(asking.viewer.sees), wanted]
  const rows = await rowsOf(asking, { from: 'goal', paths, where, newest: 'starts_on' })
  return rows.map((row) => ({
    ...holderOf(row),
    name: text(row.name),
    metric: text(row.metric),
    startsOn: text(row.starts_on),
    endsOn: text(row.ends_on),
  }))
}

/** What became of a goal here, the newest first; what another source changed is not told. */
export async function goalHistory(asking: Asking, id: string): Promise<readonly GoalChange[]> {
  const column = (name: string): Column<'text'> => ({ op: 'column', path: [name], kind: 'text' })
  const rows = await rowsOf(asking, {
    from: 'property_change',
    paths: ['property', 'value', 'changed_at', 'changed_by'],
    where: [eq(column('entity'), 'goal'), eq(idColumn('record_id'), id)],
    newest: 'changed_at',
  })
  return rows.map((row) => changeOf(asking, row))
}

const changeOf = ({ moment }: Asking, { property, value, changed_at, changed_by }: Row): GoalChange => ({
  at: String(changed_at),
  by: text(changed_by),
  field: String(property),
  label: property === 'removed' ? 'Removed' : (moment.model.goal?.fields[String(property)]?.label ?? String(property)),
  value: text(value),
})

export async function forecastList(asking: Asking): Promise<readonly Forecast[]> {
  const rows = await forecastsWhere(asking, always)
  const told = new Set<string>()
  return rows.map((row) => {
    const forecast = forecastOf(row)
    const { ownerId, teamId, pipelineId, startsOn, endsOn } = forecast
    const key = JSON.stringify([ownerId ?? [teamId], pipelineId, startsOn, endsOn])
    const isLatest = !told.has(key)
    told.add(key)
    return { ...forecast, isLatest }
  })
}

/** One that was submitted just now, which counts in place of all before it. */
export async function newestForecast(asking: Asking, id: string): Promise<Forecast | null> {
  const [row] = await forecastsWhere(asking, eq(idColumn('id'), id))
  return row ? { ...forecastOf(row), isLatest: true } : null
}

function forecastsWhere(asking: Asking, wanted: Condition): Promise<readonly Row[]> {
  const paths = [...holderPaths, 'note', 'period_starts_on', 'period_ends_on', 'submitted_at', 'submitted_by.name']
  const where = [seenBy(asking.viewer.sees), wanted]
  return rowsOf(asking, { from: 'forecast_submission', paths, where, newest: 'submitted_at' })
}

const forecastOf = (row: Row): Omit<Forecast, 'isLatest'> => ({
  ...holderOf(row),
  note: text(row.note),
  startsOn: text(row.period_starts_on),
  endsOn: text(row.period_ends_on),
  submittedAt: text(row.submitted_at),
  submittedBy: text(row['submitted_by.name']),
})
