import { deal, duration, entity, flag, id, instant, owner, pipeline, ref, stage } from '../model/index.ts'
import type { Dialect } from './dialect.ts'
import { askedFact } from './fact.ts'
import { funnelCohort, funnelNeeds, outside, outsiders } from './parts/funnel-cohort.ts'
import { needed } from './parts/needed.ts'
import { isInferred } from './parts/resting.ts'

/** Whether a set of places, a bit each, holds the first ones up to the place of this bit. */
const allUpTo = (places: string, bit: string): string => `${places} % (2 * ${bit}) = 2 * ${bit} - 1`

const isPassed = `CASE WHEN wound.deal_id IS NULL THEN ${allUpTo('way.straight', 'step.bit')} ELSE wound.deepest >= step.place END`

const been = {
  id: "way.deal_id || ':' || step.stage_id",
  deal_id: 'way.deal_id',
  owner_id: 'way.owner_id',
  pipeline_id: 'way.pipeline_id',
  stage_id: 'step.stage_id',
  stage_known: 'TRUE',
  came_in: 'TRUE',
  passed: isPassed,
  went_on: `CASE WHEN step.place = last_step.place THEN NULL
      WHEN wound.deal_id IS NULL THEN ${allUpTo('way.straight', '(2 * step.bit)')} ELSE wound.deepest > step.place END`,
  passed_at: `CASE WHEN ${isPassed} THEN coalesce(passed.passed_at, visit.first_at) END`,
  time_in_stage: `CASE WHEN NOT step.is_won AND ${isPassed} THEN visit.time_in_stage END`,
  is_inferred: 'way.is_inferred',
}

const notBeen = ({ none }: Dialect) => ({
  passed: 'FALSE',
  went_on: 'CASE WHEN step.place < last_step.place THEN FALSE END',
  passed_at: none('instant'),
  time_in_stage: none('duration'),
})

const neverCame = (dialect: Dialect) => ({ ...been, ...notBeen(dialect), ...outside, went_on: dialect.none('flag') })

/** The way of the deals that wind: of each step the first entry at or after the moment of the step before. */
const winding = `winding AS (
      SELECT DISTINCT deal_id FROM way CROSS JOIN step
      WHERE ${allUpTo('way.places', 'step.bit')} AND NOT ${allUpTo('way.straight', 'step.bit')}
    ),
    entry AS (
      SELECT deal_id, place, entered_at FROM stage_visit JOIN step USING (stage_id)
      WHERE deal_id IN (SELECT deal_id FROM winding)
    ),
    passed AS (
      SELECT deal_id, place, min(entered_at) AS passed_at FROM entry WHERE place = 0 GROUP BY deal_id, place
      UNION ALL
      SELECT entry.deal_id, entry.place, min(entry.entered_at)
      FROM passed
      JOIN entry ON entry.deal_id = passed.deal_id AND entry.place = passed.place + 1 AND entry.entered_at >= passed.passed_at
      GROUP BY entry.deal_id, entry.place
    ),
    wound AS (
      SELECT deal_id, max(place) AS deepest FROM passed GROUP BY deal_id
    )`

/**
 * One row per deal and step for the deals that were in the first step; those of other deals only say why they are left out. A deal passes a step when it entered it at or
 * after the moment at which it passed the step before; a step that it skipped stops it there. Most deals went straight:
 * their n-th visit is to the n-th step. Only for those that wind is the way looked for visit by visit.
 */
const funnelInOrder = askedFact(
  entity('funnel_in_order', {
    rights: 'deal',
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
      stage_known: flag('Is in a known stage', { hidden: true }),
      came_in: flag('Was in the first stage', { hidden: true }),
      passed: flag('Came here in order'),
      /** Null for the last step. */
      went_on: flag('Went on in order'),
      passed_at: instant('Came here in order at'),
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
    WITH RECURSIVE ${funnelCohort(given, bind, dialect)},
    way AS (
      SELECT visit.deal_id, member.owner_id, member.pipeline_id,
        ${dialect.integer('sum(visit.bit)')} AS places, ${dialect.integer('sum(visit.straight_bit)')} AS straight,
        ${dialect.any('visit.is_inferred')} AS is_inferred
      FROM visit JOIN member ON member.deal_id = visit.deal_id
      GROUP BY visit.deal_id, member.owner_id, member.pipeline_id
      HAVING ${dialect.integer('sum(visit.bit)')} % 2 = 1
    ),
    ${winding}
    SELECT ${needed(been, uses)}
    FROM visit
    JOIN way ON way.deal_id = visit.deal_id
    JOIN step ON step.place = visit.place
    CROSS JOIN last_step
    LEFT JOIN wound ON wound.deal_id = visit.deal_id
    ${uses('passed_at') ? 'LEFT JOIN passed ON passed.deal_id = visit.deal_id AND passed.place = visit.place' : ''}
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

export default funnelInOrder
