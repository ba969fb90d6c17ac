import type { Kind } from '../../model/index.ts'
import type { Dialect } from '../dialect.ts'
import { type Bind, given, givenAll, type Params } from '../fact.ts'
import { timeInStage } from './time-in-stage.ts'

/** Stages of other records are no steps of a deal. */
const ofDeals = (pipeline: string): string =>
  `coalesce(${pipeline}, '') NOT IN (SELECT id FROM pipeline WHERE object <> 'deal')`

/**
 * What both funnels start from: `step`, the open and won stages of the pipeline, or the chosen ones of them in the order chosen, with their place, counted from 0,
 * and a bit for it; `member`, the deals whose create or close date is in the range, and whether their stage is known; `visit`, one row per member and step
 * that it has been in.
 */
export function funnelCohort(params: Params, bind: Bind, dialect: Dialect): string {
  const placed = (name: string, kind: Kind) => bind(given(params, name), kind)
  const day = given(params, 'date') === 'closed' ? 'closed_on' : 'created_on'
  const isChosen = (column: string) =>
    given(params, 'pipeline') === null ? ofDeals(column) : `${column} = ${placed('pipeline', 'id')}`
  const stages = givenAll(params, 'stages').map((stage) => bind(stage, 'id'))
  const chosen = stages.length === 0 ? '' : `AND id IN (${stages.join(', ')})`
  const place =
    stages.length === 0 ? '' : `CASE id ${stages.map((stage, at) => `WHEN ${stage} THEN ${at}`).join(' ')} END, `
  return `
    step AS (
      SELECT stage_id, place, is_won, ${dialect.integer('power(2, place)')} AS bit FROM (
        SELECT id AS stage_id, coalesce(is_won, FALSE) AS is_won, row_number() OVER (ORDER BY ${place}display_order, id) - 1 AS place
        FROM stage WHERE ${isChosen('pipeline_id')} AND (is_won OR NOT coalesce(is_closed, FALSE)) ${chosen}
      ) AS placed
    ),
    last_step AS (SELECT max(place) AS place FROM step),
    member AS (
      SELECT deal.id AS deal_id, deal.owner_id, deal.pipeline_id, coalesce(stage.is_closed AND NOT stage.is_won, FALSE) AS is_lost,
        stage.id IS NOT NULL AS is_known
      FROM deal LEFT JOIN stage ON stage.id = deal.stage_id
      WHERE ${isChosen('deal.pipeline_id')} AND ${day} >= ${placed('from', 'day')} AND ${day} < ${placed('until', 'day')}
    ),
    visit AS (
      SELECT deal_id, place, bit, max(CASE WHEN ordinal = place + 1 THEN bit ELSE 0 END) AS straight_bit,
        min(entered_at) AS first_at, max(entered_at) AS last_at,
        ${timeInStage[given(params, 'time') === 'span' ? 'span' : 'cumulative'](dialect)} AS time_in_stage,
        ${dialect.any('is_inferred')} AS is_inferred
      FROM stage_visit JOIN step USING (stage_id)
      WHERE deal_id IN (SELECT deal_id FROM member)
      GROUP BY deal_id, place, bit
    )`
}

/** Members that are in no way, once for each step: of them nothing is counted, and it is said why. */
export const outside = {
  id: "member.deal_id || ':' || step.stage_id",
  deal_id: 'member.deal_id',
  owner_id: 'member.owner_id',
  pipeline_id: 'member.pipeline_id',
  stage_id: 'step.stage_id',
  stage_known: 'member.is_known OR member.deal_id IN (SELECT deal_id FROM visit)',
  came_in: 'FALSE',
  is_inferred: 'FALSE',
} as const

export const outsiders = `
    FROM member
    CROSS JOIN step
    WHERE member.deal_id NOT IN (SELECT deal_id FROM way)`
