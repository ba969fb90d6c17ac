import type { Roster, Value } from '../../warehouse.ts'
import type { Reader } from '../reader.ts'

const text = (value: Value | undefined): string => (value === null || value === undefined ? '' : String(value))
const optional = (value: Value | undefined): string | null =>
  value === null || value === undefined ? null : String(value)

export async function readRoster(reader: Reader): Promise<Roster> {
  const rows = async (sql: string) => (await reader.run({ sql, values: [], columns: [] })).rows
  const owners = await rows('SELECT id, name, active, main_team_id FROM owner ORDER BY id')
  const teams = await rows('SELECT id, name, parent_id FROM team ORDER BY id')
  const pipelines = await rows('SELECT id, label FROM pipeline ORDER BY coalesce(display_order, 0), id')
  const stages = await rows(
    'SELECT id, label, pipeline_id, is_closed, is_won FROM stage ORDER BY coalesce(display_order, 0), id',
  )
  return {
    owners: owners.map(([id, name, active, teamId]) => ({
      id: text(id),
      name: text(name),
      active: active !== false,
      teamId: optional(teamId),
    })),
    teams: teams.map(([id, name, parentId]) => ({ id: text(id), name: text(name), parentId: optional(parentId) })),
    pipelines: pipelines.map(([id, label]) => ({ id: text(id), label: text(label) })),
    stages: stages.map(([id, label, pipelineId, isClosed, isWon]) => ({
      id: text(id),
      label: text(label),
      pipelineId: optional(pipelineId),
      isClosed: isClosed === true,
      isWon: isWon === true,
    })),
  }
}
