/** Which teams choosing a team chooses: itself and all below it, also where teams are each other's parents. */
export const teamScopeTable = `
  CREATE OR REPLACE TABLE team_scope AS
  WITH RECURSIVE scope(team_id, member_team_id) AS (
    SELECT id, id FROM team
    UNION
    SELECT scope.team_id, team.id FROM scope JOIN team ON team.parent_id = scope.member_team_id
  )
  SELECT team_id, member_team_id FROM scope ORDER BY ALL`

/** The teams that lie below themselves. */
export const teamsBelowThemselves = `
  WITH RECURSIVE above(id, above_id) AS (
    SELECT id, parent_id FROM team WHERE parent_id IS NOT NULL
    UNION
    SELECT above.id, team.parent_id FROM above JOIN team ON team.id = above.above_id WHERE team.parent_id IS NOT NULL
  )
  SELECT DISTINCT team.id, team.name FROM above JOIN team ON team.id = above.id WHERE above.id = above.above_id`

export const circularTeams = `
  SELECT string_agg(coalesce(name, id), ', ' ORDER BY name, id) FROM (${teamsBelowThemselves})`
