import { day, deal, entity, goal, id, money, options, owner, pipeline, ref, team, text } from '../model/index.ts'
import { askedFact } from './fact.ts'
import { goalLines, goalNeeds } from './parts/goal-days.ts'
import { hasNoRate, hasNoRateOf } from './parts/resting.ts'

const lineKinds = options(
  ['WON', 'Won deal'],
  ['GOAL', 'Goal of a person'],
  ['TEAM_GOAL', 'Goal of a team'],
  ['TAKEN_BACK', 'Goal that the goal of a team replaces'],
)

/** One row per won deal, and one per goal and period with the part of the goal that falls into it. */
const quotaLine = askedFact(
  entity('quota_line', {
    rights: 'deal',
    rightsBy: { column: 'kind', of: { GOAL: 'goal', TEAM_GOAL: 'goal', TAKEN_BACK: 'goal' } },
    label: 'Deal or goal',
    plural: 'deals and goals',
    doc: 'A won deal, or the part of a goal that falls into the range.',
    title: 'name',
    list: ['name', 'kind', 'owner.name', 'team.name', 'pipeline.label', 'closed_on', 'amount', 'goal_amount'],
    fields: {
      kind: text('What it is', { options: lineKinds, ordered: true }),
      name: text('Name'),
      deal_id: id('Deal', { hidden: true }),
      goal_id: id('Goal', { hidden: true }),
      owner_id: id('Owner', { hidden: true }),
      team_id: id('Team', { hidden: true }),
      pipeline_id: id('Pipeline', { hidden: true }),
      closed_on: day('Close date'),
      amount: money('Amount'),
      goal_amount: money('Part of the goal'),
      has_no_rate: hasNoRateOf('amount'),
    },
    refs: {
      owner: ref(owner, 'owner_id'),
      team: ref(team, 'team_id'),
      pipeline: ref(pipeline, 'pipeline_id'),
      deal: ref(deal, 'deal_id'),
      goal: ref(goal, 'goal_id'),
    },
  }),
  {
    needs: goalNeeds,
    day: 'closed_on',
    asked: (given, bind, _uses, dialect) => `
    WITH RECURSIVE ${goalLines(given, bind, dialect)}
    SELECT 'deal:' || d.id AS id, 'WON' AS kind, d.name, d.id AS deal_id, NULL AS goal_id,
      d.owner_id, o.main_team_id AS team_id, d.pipeline_id, d.closed_on, d.amount, NULL AS goal_amount,
      ${hasNoRate('d')} AS has_no_rate
    FROM deal AS d
    JOIN stage AS s ON s.id = d.stage_id AND s.is_closed AND s.is_won
    LEFT JOIN owner AS o ON o.id = d.owner_id
    UNION ALL
    SELECT 'goal:' || id, kind, name, NULL, goal_id, owner_id, team_id, pipeline_id, on_day, NULL, amount, FALSE
    FROM goal_line`,
  },
)

export default quotaLine
