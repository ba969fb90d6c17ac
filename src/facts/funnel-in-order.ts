import { deal, duration, entity, flag, id, instant, owner, pipeline, ref, stage } from '../model/index.ts'
import type { AskedFact } from './fact.ts'
import { funnelCohort } from './funnel-cohort.ts'
import { needed } from './needed.ts'

const columns = {
  id: "way.deal_id || ':' || step.stage_id",
  deal_id: 'way.deal_id',
  owner_id: 'member.owner_id',
  pipeline_id: 'member.pipeline_id',
  stage_id: 'step.stage_id',
  passed: 'way.deepest >= step.place',
  went_on: 'CASE WHEN step.place < last_step.place THEN way.deepest > step.place END',
  passed_at: 'passed.passed_at',
  time_in_stage: 'CASE WHEN way.deepest >= step.place THEN visit.time_in_stage END',
}

/**
 * One row per deal and step for the deals that were in the first step. A deal passes a step when it entered it at or
 * after the moment at which it passed the step before; a step that it skipped stops it there.
 */
const funnelInOrder = {
  ...entity('funnel_in_order', {
    label: 'Step in order',
    plural: 'steps in order',
    doc: 'A deal and a stage of the pipeline: whether it came there stage by stage.',
    title: 'deal.name',
    list: ['deal.name', 'stage.label', 'owner.name', 'deal.amount', 'passed_at', 'time_in_stage'],
    fields: {
      deal_id: id('Deal', { hidden: true }),
      owner_id: id('Owner', { hidden: true }),
      pipeline_id: id('Pipeline', { hidden: true }),
      stage_id: id('Stage', { hidden: true }),
      passed: flag('Came here in order'),
      /** Null for the last step. */
      went_on: flag('Went on in order'),
      passed_at: instant('Came here in order at'),
      time_in_stage: duration('Time in stage'),
    },
    refs: {
      deal: ref(deal, 'deal_id'),
      owner: ref(owner, 'owner_id'),
      pipeline: ref(pipeline, 'pipeline_id'),
      stage: ref(stage, 'stage_id'),
    },
  }),
  asked: (params, bind, uses) => `
    WITH RECURSIVE ${funnelCohort(params, bind)},
    entry AS (
      SELECT deal_id, place, entered_at FROM stage_visit JOIN step USING (stage_id)
      WHERE deal_id IN (SELECT deal_id FROM member)
    ),
    passed AS (
      SELECT deal_id, place, first_at AS passed_at FROM visit WHERE place = 0
      UNION ALL
      SELECT entry.deal_id, entry.place, min(entry.entered_at)
      FROM passed
      JOIN entry ON entry.deal_id = passed.deal_id AND entry.place = passed.place + 1 AND entry.entered_at >= passed.passed_at
      GROUP BY entry.deal_id, entry.place
    ),
    way AS (
      SELECT deal_id, max(place) AS deepest FROM passed GROUP BY deal_id
    )
    SELECT ${needed(columns, uses)}
    FROM way
    JOIN member ON member.deal_id = way.deal_id
    CROSS JOIN step
    CROSS JOIN (SELECT max(place) AS place FROM step) AS last_step
    ${uses('passed_at') ? 'LEFT JOIN passed ON passed.deal_id = way.deal_id AND passed.place = step.place' : ''}
    ${uses('time_in_stage') ? 'LEFT JOIN visit ON visit.deal_id = way.deal_id AND visit.place = step.place' : ''}`,
} as const satisfies AskedFact

export default funnelInOrder
