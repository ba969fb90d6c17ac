import { type Grain, periodColumns } from '../../model/index.ts'
import type { Dialect } from '../dialect.ts'
import type { Bind } from '../fact.ts'
import { along, type Given, range } from './need.ts'

/** Over time a goal has a part in each period, else one for the whole range. */
export const goalNeeds = { range, along }

const periodOf = (along: Grain | null, { none }: Dialect): string =>
  along === null ? none('day') : `c.${periodColumns[along]}`

const part = ({ exact }: Dialect) => exact('amount * count(*) / days', 28, 10)

/** Teams stand below one another no deeper than this. */
const mostLevels = 20

/**
 * The CTE `goal_line`, for a WITH RECURSIVE: the parts of revenue goals that lie in the range, by the days
 * they share with it. Each goal is taken back once, by the nearest goal of its team or of a team above that covers it: then
 * the highest goal is the sum in every grouping. A person's goal is of the main team of today; a goal for one pipeline
 * covers none that is for all or for another. Teams in a circle are not above one another.
 */
export const goalLines = ({ range, along }: Given<typeof goalNeeds>, bind: Bind, dialect: Dialect): string => `
    goal_day AS (
      SELECT g.id AS goal_id, g.name, g.owner_id, g.pipeline_id, g.amount, ${dialect.daysBetween('g.starts_on', 'g.ends_on')} + 1 AS days,
        CASE WHEN g.owner_id IS NULL THEN g.team_id ELSE o.main_team_id END AS team_id,
        c.day, ${periodOf(along, dialect)} AS period
      FROM goal AS g
      JOIN calendar AS c ON c.day >= g.starts_on AND c.day <= g.ends_on
        AND c.day >= ${bind(range.from, 'day')} AND c.day < ${bind(range.until, 'day')}
      LEFT JOIN owner AS o ON o.id = g.owner_id
      WHERE (g.owner_id IS NOT NULL OR g.team_id IS NOT NULL) AND (g.metric IS NULL OR upper(g.metric) = 'REVENUE')
    ),
    team_above AS (
      SELECT id AS team_id, parent_id AS above_id, 1 AS steps FROM team WHERE parent_id IS NOT NULL
      UNION
      SELECT below.team_id, team.parent_id, below.steps + 1
      FROM team_above AS below JOIN team ON team.id = below.above_id
      WHERE team.parent_id IS NOT NULL AND below.steps < ${mostLevels}
    ),
    within_team AS (
      SELECT DISTINCT team_id, team_id AS above_id, 0 AS steps FROM goal_day WHERE team_id IS NOT NULL
      UNION ALL
      SELECT team_id, above_id, min(steps) FROM team_above
      WHERE NOT EXISTS (
        SELECT 1 FROM team_above AS back WHERE back.team_id = team_above.above_id AND back.above_id = team_above.team_id
      )
      GROUP BY team_id, above_id
    ),
    replaced AS (
      SELECT own.goal_id, own.day, team.team_id,
        CASE WHEN team.pipeline_id = own.pipeline_id THEN own.pipeline_id END AS pipeline_id,
        row_number() OVER (
          PARTITION BY own.goal_id, own.day ORDER BY within_team.steps, team.pipeline_id NULLS LAST, team.goal_id
        ) AS place
      FROM goal_day AS own
      JOIN within_team ON within_team.team_id = own.team_id AND (own.owner_id IS NOT NULL OR within_team.steps > 0)
      JOIN goal_day AS team ON team.owner_id IS NULL AND team.team_id = within_team.above_id AND team.day = own.day
        AND (team.pipeline_id IS NULL OR team.pipeline_id = own.pipeline_id)
    ),
    taken_back AS (
      SELECT goal_id, day, team_id, pipeline_id FROM replaced WHERE place = 1
    ),
    goal_line AS (
      SELECT goal_id || ':' || ${dialect.text('min(day)', 'day')} AS id,
        CASE WHEN owner_id IS NULL THEN 'TEAM_GOAL' ELSE 'GOAL' END AS kind,
        goal_id, name, owner_id, team_id, pipeline_id, min(day) AS on_day, ${part(dialect)} AS amount
      FROM goal_day
      GROUP BY goal_id, name, owner_id, team_id, pipeline_id, goal_day.amount, days, period
      UNION ALL
      SELECT g.goal_id || ':' || coalesce(b.pipeline_id, '') || ':' || b.team_id || ':back:' || ${dialect.text('min(g.day)', 'day')},
        'TAKEN_BACK', g.goal_id, g.name, NULL, b.team_id, b.pipeline_id, min(g.day), -${part(dialect)}
      FROM taken_back AS b
      JOIN goal_day AS g ON g.goal_id = b.goal_id AND g.day = b.day
      GROUP BY g.goal_id, g.name, b.team_id, b.pipeline_id, g.amount, g.days, g.period
    )`
