import type { Dialect } from '../dialect.ts'
import type { Bind } from '../fact.ts'
import { chosen, type Given, pipeline, range, stepsOf } from './need.ts'
import type { Choice, Steps } from './setting.ts'
import { type TimeInStage, timeInStage } from './time-in-stage.ts'

const stages: Steps = {
  key: 'stages',
  label: 'Stages',
  doc: 'Which stages are steps; all open ones and won unless chosen.',
  kind: 'stages',
  optional: false,
}

const date: Choice<'created' | 'closed'> = {
  key: 'date',
  label: 'Date range by',
  doc: 'Which date of a deal is in the range.',
  options: [
    { value: 'created', label: 'Create date' },
    { value: 'closed', label: 'Close date' },
  ],
}

const time: Choice<TimeInStage> = {
  key: 'time',
  label: 'Time in stage',
  doc: 'How several visits of a deal to a stage make one length.',
  options: [
    { value: 'cumulative', label: 'All visits together' },
    { value: 'span', label: 'First in to last out' },
  ],
}

export const funnelSettings = [stages, date, time] as const

export const funnelNeeds = { range, pipeline, stages: stepsOf(stages), date: chosen(date), time: chosen(time) }

/** Stages of other records are no steps of a deal. */
const ofDeals = (pipeline: string): string =>
  `coalesce(${pipeline}, '') NOT IN (SELECT id FROM pipeline WHERE object <> 'deal')`

/**
 * What both funnels start from: `step`, the open and won stages of the pipeline, or the chosen ones of them in the order chosen, with their place, counted from 0,
 * and a bit for it; `member`, the deals whose create or close date is in the range, and whether their stage is known; `visit`, one row per member and step
 * that it has been in.
 */
export function funnelCohort(given: Given<typeof funnelNeeds>, bind: Bind, dialect: Dialect): string {
  const { range, pipeline } = given
  const day = { created: 'deal.created_on', closed: 'deal.closed_on' }[given.date]
  const isChosen = (column: string) => (pipeline === null ? ofDeals(column) : `${column} = ${bind(pipeline, 'id')}`)
  const stages = given.stages.map((stage) => bind(stage, 'id'))
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
      WHERE ${isChosen('deal.pipeline_id')} AND ${day} >= ${bind(range.from, 'day')} AND ${day} < ${bind(range.until, 'day')}
    ),
    visit AS (
      SELECT deal_id, place, bit, max(CASE WHEN ordinal = place + 1 THEN bit ELSE 0 END) AS straight_bit,
        min(entered_at) AS first_at, max(entered_at) AS last_at,
        ${timeInStage[given.time](dialect)} AS time_in_stage,
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
