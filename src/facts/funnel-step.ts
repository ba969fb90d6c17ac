import { deal, duration, entity, flag, id, instant, owner, pipeline, ref, stage } from '../model/index.ts'
import type { AskedFact } from './fact.ts'
import { funnelCohort } from './funnel-cohort.ts'

/** One row per deal and step of the pipeline, in any order, for every deal that has been in at least one step. */
const funnelStep = {
  ...entity('funnel_step', {
    label: 'Step',
    plural: 'steps',
    doc: 'A deal and a stage of the pipeline: whether it was there, passed it by, or never came so far.',
    title: 'deal.name',
    list: ['deal.name', 'stage.label', 'owner.name', 'deal.amount', 'entered_at', 'skipped', 'time_in_stage'],
    fields: {
      deal_id: id('Deal', { hidden: true }),
      owner_id: id('Owner', { hidden: true }),
      pipeline_id: id('Pipeline', { hidden: true }),
      stage_id: id('Stage', { hidden: true }),
      entered: flag('Was in the stage'),
      /** Never there, but in a later step. */
      skipped: flag('Skipped the stage'),
      reached: flag('Came as far as the stage'),
      /** Was there, and also in a later step; null for the last step. */
      went_on: flag('Went on'),
      /** Lost now, and this was the last step that it entered. */
      lost_here: flag('Lost from here'),
      entered_at: instant('First entered at'),
      time_in_stage: duration('Time in stage'),
    },
    refs: {
      deal: ref(deal, 'deal_id'),
      owner: ref(owner, 'owner_id'),
      pipeline: ref(pipeline, 'pipeline_id'),
      stage: ref(stage, 'stage_id'),
    },
  }),
  asked: (params, bind) => `
    WITH ${funnelCohort(params, bind)},
    way AS (
      SELECT deal_id, max(place) AS deepest, max(last_at) AS last_at FROM visit GROUP BY deal_id
    ),
    lost AS (
      SELECT deal_id FROM member JOIN stage ON stage.id = member.stage_id WHERE stage.is_closed AND NOT stage.is_won
    )
    SELECT way.deal_id || ':' || step.stage_id AS id, way.deal_id, member.owner_id, member.pipeline_id, step.stage_id,
      visit.place IS NOT NULL AS entered,
      visit.place IS NULL AND way.deepest > step.place AS skipped,
      way.deepest >= step.place AS reached,
      CASE WHEN step.place < (SELECT max(place) FROM step) THEN visit.place IS NOT NULL AND way.deepest > step.place END AS went_on,
      coalesce(visit.last_at = way.last_at, FALSE) AND lost.deal_id IS NOT NULL AS lost_here,
      visit.first_at AS entered_at, visit.time_in_stage
    FROM way
    JOIN member ON member.deal_id = way.deal_id
    CROSS JOIN step
    LEFT JOIN visit ON visit.deal_id = way.deal_id AND visit.place = step.place
    LEFT JOIN lost ON lost.deal_id = way.deal_id`,
} as const satisfies AskedFact

export default funnelStep
