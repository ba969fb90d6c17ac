import { day, entity, goal, id, instant, money, options, owner, pipeline, ref, team, text } from '../model/index.ts'
import type { Dialect } from './dialect.ts'
import { askedFact } from './fact.ts'
import { goalLines, goalNeeds } from './parts/goal-days.ts'
import { hasNoRate, hasNoRateOf } from './parts/resting.ts'

const lineKinds = options(
  ['SUBMISSION', 'Forecast of a person'],
  ['TEAM_SUBMISSION', 'Forecast for a team'],
  ['SUBMISSION_TAKEN_BACK', 'Forecast of a person that the team’s replaces'],
  ['WON', 'Won deal'],
  ['OPEN', 'Open deal'],
  ['GOAL', 'Goal of a person'],
  ['TEAM_GOAL', 'Goal of a team'],
  ['TAKEN_BACK', 'Goal that the goal of a team replaces'],
)

/** Of those of a person or a team whose periods overlap the latest counts; earlier ones are told, but add nothing. */
const submissions = ({ earliest }: Dialect) => `
    submission AS (
      SELECT f.*, f.owner_id IS NULL AS for_team,
        CASE WHEN f.owner_id IS NULL THEN f.team_id ELSE o.main_team_id END AS of_team_id,
        NOT EXISTS (
          SELECT 1 FROM forecast_submission AS later
          WHERE later.owner_id IS NOT DISTINCT FROM f.owner_id AND later.pipeline_id IS NOT DISTINCT FROM f.pipeline_id
            AND (f.owner_id IS NOT NULL OR later.team_id IS NOT DISTINCT FROM f.team_id)
            AND later.period_starts_on <= f.period_ends_on AND later.period_ends_on >= f.period_starts_on
            AND (coalesce(later.submitted_at, ${earliest('instant')}), f.id) > (coalesce(f.submitted_at, ${earliest('instant')}), later.id)
        ) AS is_latest
      FROM forecast_submission AS f
      LEFT JOIN owner AS o ON o.id = f.owner_id
      WHERE f.owner_id IS NOT NULL OR f.team_id IS NOT NULL
    ),
    submission_taken_back AS (
      SELECT own.id, max(CASE WHEN lead.pipeline_id = own.pipeline_id THEN own.pipeline_id END) AS pipeline_id
      FROM submission AS own
      JOIN submission AS lead ON lead.for_team AND lead.is_latest AND lead.of_team_id = own.of_team_id
        AND lead.period_starts_on <= own.period_ends_on AND lead.period_ends_on >= own.period_starts_on
        AND (lead.pipeline_id IS NULL OR lead.pipeline_id = own.pipeline_id)
      WHERE own.is_latest AND NOT own.for_team
      GROUP BY own.id
    )`

/** One row per submission, per won or open deal, and per goal: what a forecast is made of and held against. */
const forecastLine = askedFact(
  entity('forecast_line', {
    rights: 'deal',
    rightsBy: {
      column: 'kind',
      of: {
        SUBMISSION: 'forecast_submission',
        TEAM_SUBMISSION: 'forecast_submission',
        SUBMISSION_TAKEN_BACK: 'forecast_submission',
        GOAL: 'goal',
        TEAM_GOAL: 'goal',
        TAKEN_BACK: 'goal',
      },
    },
    label: 'Forecast line',
    plural: 'forecast lines',
    doc: 'A submitted forecast, a won or open deal, or the part of a goal that falls into the range.',
    title: 'name',
    list: [
      'kind',
      'name',
      'owner.name',
      'team.name',
      'pipeline.label',
      'on_day',
      'amount',
      'submitted_at',
      'submitted_by.name',
    ],
    fields: {
      kind: text('What it is', { options: lineKinds, ordered: true }),
      name: text('Name or note'),
      goal_id: id('Goal', { hidden: true }),
      owner_id: id('Owner', { hidden: true }),
      team_id: id('Team', { hidden: true }),
      pipeline_id: id('Pipeline', { hidden: true }),
      on_day: day('Period'),
      amount: money('Amount'),
      submitted_amount: money('Forecast that counts'),
      won_amount: money('Won'),
      weighted_amount: money('Weighted amount'),
      goal_amount: money('Part of the goal'),
      submitted_at: instant('Submitted at'),
      submitted_by_id: id('Submitted by', { hidden: true }),
      has_no_rate: hasNoRateOf('amount', 'won_amount', 'weighted_amount'),
    },
    refs: {
      owner: ref(owner, 'owner_id'),
      team: ref(team, 'team_id'),
      pipeline: ref(pipeline, 'pipeline_id'),
      goal: ref(goal, 'goal_id'),
      submitted_by: ref(owner, 'submitted_by_id', 'Submitted by'),
    },
  }),
  {
    needs: goalNeeds,
    day: 'on_day',
    asked: (given, bind, _uses, dialect) => `
    WITH RECURSIVE ${goalLines(given, bind, dialect)}, ${submissions(dialect)}
    SELECT 'submission:' || id AS id, CASE WHEN for_team THEN 'TEAM_SUBMISSION' ELSE 'SUBMISSION' END AS kind,
      note AS name, NULL AS goal_id, owner_id, of_team_id AS team_id, pipeline_id, period_starts_on AS on_day, amount,
      CASE WHEN is_latest THEN amount END AS submitted_amount, NULL AS won_amount, NULL AS weighted_amount,
      NULL AS goal_amount, submitted_at, submitted_by_id, FALSE AS has_no_rate
    FROM submission
    UNION ALL
    SELECT 'submission:' || s.id || ':back', 'SUBMISSION_TAKEN_BACK', s.note, NULL, NULL, s.of_team_id, b.pipeline_id,
      s.period_starts_on, s.amount, -s.amount, NULL, NULL, NULL, s.submitted_at, s.submitted_by_id, FALSE
    FROM submission_taken_back AS b JOIN submission AS s ON s.id = b.id
    UNION ALL
    SELECT 'deal:' || d.id, CASE WHEN coalesce(s.is_won, FALSE) THEN 'WON' ELSE 'OPEN' END, d.name, NULL, d.owner_id, o.main_team_id,
      d.pipeline_id, d.closed_on, d.amount, NULL, CASE WHEN s.is_won THEN d.amount END,
      CASE WHEN NOT coalesce(s.is_closed, FALSE) THEN d.amount * ${dialect.exact('s.probability / 100', 9, 6)} END, NULL, NULL, NULL, ${hasNoRate('d')}
    FROM deal AS d
    LEFT JOIN stage AS s ON s.id = d.stage_id
    LEFT JOIN owner AS o ON o.id = d.owner_id
    WHERE NOT coalesce(s.is_closed AND NOT s.is_won, FALSE)
    UNION ALL
    SELECT 'goal:' || id, kind, name, goal_id, owner_id, team_id, pipeline_id, on_day, amount, NULL, NULL, NULL, amount,
      NULL, NULL, FALSE
    FROM goal_line`,
  },
)

export default forecastLine
