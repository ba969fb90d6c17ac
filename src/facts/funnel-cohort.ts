import type { Kind } from '../model/index.ts'
import { type Bind, given, givenAll, type Params } from './fact.ts'
import { timeInStage } from './time-in-stage.ts'

/**
 * What both funnels start from: `step`, the chosen open and won stages of the pipeline with their place; `member`, the
 * deals whose create or close date is in the range; `visit`, one row per member and step that it has been in.
 */
export function funnelCohort(params: Params, bind: Bind): string {
  const placed = (name: string, kind: Kind) => bind(given(params, name), kind)
  const day = given(params, 'date') === 'closed' ? 'closed_on' : 'created_on'
  const ofPipeline = `(pipeline_id = ${placed('pipeline', 'id')} OR ${placed('pipeline', 'id')} IS NULL)`
  const stages = givenAll(params, 'stages').map((stage) => bind(stage, 'id'))
  const chosen = stages.length === 0 ? '' : `AND id IN (${stages.join(', ')})`
  return `
    step AS (
      SELECT id AS stage_id, row_number() OVER (ORDER BY display_order, id) AS place
      FROM stage WHERE ${ofPipeline} AND (is_won OR NOT is_closed) ${chosen}
    ),
    member AS (
      SELECT id AS deal_id, stage_id, owner_id, pipeline_id FROM deal
      WHERE ${ofPipeline} AND ${day} >= ${placed('from', 'day')} AND ${day} < ${placed('until', 'day')}
    ),
    visit AS (
      SELECT deal_id, place, min(entered_at) AS first_at, max(entered_at) AS last_at,
        ${given(params, 'time') === 'span' ? timeInStage.span : timeInStage.cumulative} AS time_in_stage
      FROM stage_visit JOIN step USING (stage_id)
      WHERE deal_id IN (SELECT deal_id FROM member)
      GROUP BY deal_id, place
    )`
}
