import { day, deal, duration, entity, id, number, owner, pipeline, ref, stage } from '../model/index.ts'
import { askedFact } from './fact.ts'
import { chosen } from './parts/need.ts'
import { isInferred } from './parts/resting.ts'
import type { Choice } from './parts/setting.ts'
import { type TimeInStage, timeInStage } from './parts/time-in-stage.ts'

export const method: Choice<TimeInStage> = {
  key: 'method',
  label: 'Time in stage',
  doc: 'How several visits of a deal to one stage are counted.',
  options: [
    { value: 'cumulative', label: 'Sum of all visits' },
    { value: 'span', label: 'First entry to last exit' },
  ],
}

/** One row per deal and stage of its pipeline that it has been in; stages of other pipelines are left out, one that nobody knows may be of this. */
const stageTime = askedFact(
  entity('stage_time', {
    rights: 'deal',
    label: 'Time of a deal in a stage',
    plural: 'times in stages',
    doc: 'How long a deal was in a stage, in all its finished visits.',
    title: 'deal.name',
    list: ['deal.name', 'stage.label', 'owner.name', 'time_in_stage', 'visits', 'closed_on', 'deal.amount'],
    fields: {
      deal_id: id('Deal', { hidden: true }),
      stage_id: id('Stage', { hidden: true }),
      owner_id: id('Deal owner', { hidden: true }),
      pipeline_id: id('Pipeline', { hidden: true }),
      closed_on: day('Close date'),
      /** Null while the deal is on its first visit. */
      time_in_stage: duration('Time in stage'),
      visits: number('Finished visits'),
      is_inferred: isInferred,
    },
    refs: {
      deal: ref(deal, 'deal_id'),
      stage: ref(stage, 'stage_id'),
      owner: ref(owner, 'owner_id'),
      pipeline: ref(pipeline, 'pipeline_id'),
    },
  }),
  {
    needs: { method: chosen(method) },
    asked: ({ method }, _bind, _uses, dialect) => `
    SELECT visit.deal_id || ':' || visit.stage_id AS id, visit.deal_id, visit.stage_id, deal.owner_id, deal.pipeline_id,
      deal.closed_on, ${timeInStage[method](dialect)} AS time_in_stage,
      count(exited_at) AS visits, ${dialect.any('visit.is_inferred')} AS is_inferred
    FROM stage_visit AS visit
    JOIN deal ON deal.id = visit.deal_id
    LEFT JOIN stage ON stage.id = visit.stage_id
    WHERE stage.id IS NULL OR stage.pipeline_id = deal.pipeline_id
    GROUP BY visit.deal_id, visit.stage_id, deal.owner_id, deal.pipeline_id, deal.closed_on`,
  },
)

export default stageTime
