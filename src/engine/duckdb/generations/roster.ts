import { type PipelineObject, pipelineObjects } from '../../../model/index.ts'
import type { Roster, Value } from '../../warehouse.ts'
import type { Reader } from '../reader.ts'

const text = (value: Value | undefined): string => (value === null || value === undefined ? '' : String(value))
const optional = (value: Value | undefined): string | null =>
  value === null || value === undefined ? null : String(value)

/** What was landed before pipelines had an object is for deals. */
const objectOf = (value: Value | undefined): PipelineObject =>
  pipelineObjects.find((object) => object === value) ?? 'deal'

export async function readRoster(reader: Reader): Promise<Roster> {
  const rows = async (sql: string) => (await reader.run({ sql, values: [], columns: [] })).rows
  const owners = await rows('SELECT id, name, active, main_team_id FROM owner ORDER BY id')
  const teams = await rows('SELECT id, name, parent_id FROM team ORDER BY id')
  const pipelines = await rows('SELECT id, label, object FROM pipeline ORDER BY coalesce(display_order, 0), id')
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
    pipelines: pipelines.map(([id, label, object]) => ({ id: text(id), label: text(label), object: objectOf(object) })),
    stages: stages.map(([id, label, pipelineId, isClosed, isWon]) => ({
      id: text(id),
      label: text(label),
      pipelineId: optional(pipelineId),
      isClosed: isClosed === true,
      isWon: isWon === true,
    })),
  }
}
