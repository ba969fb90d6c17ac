import type { Value } from '../model/index.ts'
import { columnAt, type Listing, reach } from '../query/index.ts'
import type { Asking } from './asking.ts'
import { listed as run } from './run.ts'
import { todayOf } from './settle.ts'
import type { People } from './shapes.ts'

const most = 10_000

async function listed(asking: Asking, from: string, fields: readonly string[]): Promise<readonly (readonly Value[])[]> {
  const entity = asking.model[from]
  const columns = fields.flatMap((path) => {
    const reached = entity && reach(asking.model, entity, [path])
    return reached ? [{ path, label: reached.field.label, value: columnAt(reached) }] : []
  })
  const listing: Listing = { from, params: {}, where: [], columns, order: [], limit: most, offset: 0 }
  return (await run(asking, listing)).table.rows
}

const text = (value: Value | undefined): string => (value === null || value === undefined ? '' : String(value))
const optional = (value: Value | undefined): string | null =>
  value === null || value === undefined ? null : String(value)
const byName = (a: { readonly name: string }, b: { readonly name: string }) => a.name.localeCompare(b.name)

/** Who and what the pickers offer. */
export async function peopleOf(asking: Asking): Promise<People> {
  const [owners, teams, pipelines, stages] = await Promise.all([
    listed(asking, 'owner', ['name', 'active', 'main_team_id']),
    listed(asking, 'team', ['name', 'parent_id']),
    listed(asking, 'pipeline', ['label', 'display_order']),
    listed(asking, 'stage', ['label', 'pipeline_id', 'is_closed', 'is_won', 'display_order']),
  ])
  const { timeZone, currency, weekStart, fiscalYearStartMonth } = asking.account
  return {
    owners: owners
      .map(([id, name, active, teamId]) => ({
        id: text(id),
        name: text(name),
        active: active !== false,
        teamId: optional(teamId),
      }))
      .sort(byName),
    teams: nested(
      teams.map(([id, name, parentId]) => ({ id: text(id), name: text(name), parentId: optional(parentId) })),
    ),
    pipelines: [...pipelines]
      .sort((a, b) => Number(a[2] ?? 0) - Number(b[2] ?? 0))
      .map(([id, label]) => ({ id: text(id), label: text(label) })),
    stages: inPipelines(stages),
    account: { timeZone, currency, weekStart, fiscalYearStartMonth, today: todayOf(asking) },
  }
}

const inPipelines = (stages: readonly (readonly Value[])[]): People['stages'] =>
  [...stages]
    .sort((a, b) => Number(a[5] ?? 0) - Number(b[5] ?? 0))
    .map(([id, label, pipelineId, isClosed, isWon]) => ({
      id: text(id),
      label: text(label),
      pipelineId: optional(pipelineId),
      isClosed: isClosed === true,
      isWon: isWon === true,
    }))

type Team = Omit<People['teams'][number], 'depth'>

/** Parents before their children; a team whose parent is unknown, or in a circle with it, stands at the top. */
function nested(teams: readonly Team[]): People['teams'] {
  const placed = new Set<string>()
  const below = (parent: string | null, depth: number): People['teams'] =>
    teams
      .filter((team) => team.parentId === parent && !placed.has(team.id))
      .sort(byName)
      .flatMap((team) => placeOne(team, depth))
  const placeOne = (team: Team, depth: number): People['teams'] => {
    if (placed.has(team.id)) return []
    placed.add(team.id)
    return [{ ...team, depth }, ...below(team.id, depth + 1)]
  }
  const top = below(null, 0)
  return [...top, ...teams.flatMap((team) => placeOne(team, 0))]
}
