import { deal, duration, entity, flag, id, instant, owner, pipeline, ref, stage } from '../model/index.ts'
import type { Dialect } from './dialect.ts'
import { askedFact } from './fact.ts'
import { funnelCohort, funnelNeeds, outside, outsiders } from './parts/funnel-cohort.ts'
import { needed } from './parts/needed.ts'
import { isInferred } from './parts/resting.ts'

const been = {
  id: "way.deal_id || ':' || step.stage_id",
  deal_id: 'way.deal_id',
  owner_id: 'way.owner_id',
  pipeline_id: 'way.pipeline_id',
  stage_id: 'step.stage_id',
  stage_known: 'TRUE',
  came_in: 'TRUE',
  entered: 'TRUE',
  skipped: 'FALSE',
  reached: 'TRUE',
  went_on: 'CASE WHEN step.place < last_step.place THEN way.deepest > step.place END',
  lost_here: 'way.is_lost AND visit.last_at = way.last_at',
  entered_at: 'visit.first_at',
  time_in_stage: 'CASE WHEN NOT step.is_won THEN visit.time_in_stage END',
  is_inferred: 'way.is_inferred',
}

const notBeen = ({ none }: Dialect) => ({
  entered: 'FALSE',
  skipped: 'way.deepest > step.place',
  reached: 'way.deepest > step.place',
  went_on: 'CASE WHEN step.place < last_step.place THEN FALSE END',
  lost_here: 'FALSE',
  entered_at: none('instant'),
  time_in_stage: none('duration'),
})

const neverCame = (dialect: Dialect) => ({
  ...been,
  ...notBeen(dialect),
  ...outside,
  skipped: 'FALSE',
  reached: 'FALSE',
  went_on: dialect.none('flag'),
})

/** One row per deal and step of the pipeline, in any order; those of a deal that was in no step only say why it is left out. */
const funnelStep = askedFact(
  entity('funnel_step', {
    rights: 'deal',
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
      stage_known: flag('Is in a known stage', { hidden: true }),
      came_in: flag('Was in one of the stages', { hidden: true }),
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
      is_inferred: isInferred,
    },
    refs: {
      deal: ref(deal, 'deal_id'),
      owner: ref(owner, 'owner_id'),
      pipeline: ref(pipeline, 'pipeline_id'),
      stage: ref(stage, 'stage_id'),
    },
  }),
  {
    needs: funnelNeeds,
    day: null,
    asked: (given, bind, uses, dialect) => `
    WITH ${funnelCohort(given, bind, dialect)},
    way AS (
      SELECT visit.deal_id, member.owner_id, member.pipeline_id, member.is_lost,
        max(visit.place) AS deepest, max(visit.last_at) AS last_at, ${dialect.integer('sum(visit.bit)')} AS places,
        ${dialect.any('visit.is_inferred')} AS is_inferred
      FROM visit JOIN member ON member.deal_id = visit.deal_id
      GROUP BY visit.deal_id, member.owner_id, member.pipeline_id, member.is_lost
    )
    SELECT ${needed(been, uses)}
    FROM visit
    JOIN way ON way.deal_id = visit.deal_id
    JOIN step ON step.place = visit.place
    CROSS JOIN last_step
    UNION ALL
    SELECT ${needed({ ...been, ...notBeen(dialect) }, uses)}
    FROM way
    CROSS JOIN step
    CROSS JOIN last_step
    WHERE floor(way.places / step.bit) % 2 = 0
    UNION ALL
    SELECT ${needed(neverCame(dialect), uses)}${outsiders}`,
  },
)

export default funnelStep
