/** Where along the way from creation to closing a deal enters its stage of this position. */
const along = (share: string): string => `born + (closes - born) * (${share}) / deepest`

/** Every stage that a deal enters, in its fated life, up to the end day: p is the tick, position the stage. */
export const dealMoves = `
  CREATE TABLE deal_move AS
  WITH back AS (
    SELECT *, 2 + floor(roll(n, 'goes back from') * (deepest - 1))::INTEGER AS turning FROM deal_life
    WHERE deepest >= 3 AND roll(n, 'goes back') < 0.07
  ),
  step AS (
    SELECT n, born AS p, coalesce(first_pipeline, pipeline) AS pipeline, 1 AS position FROM deal_life
    UNION ALL
    SELECT n, ${along('0.3')}, pipeline, 1 FROM deal_life WHERE first_pipeline IS NOT NULL
    UNION ALL
    SELECT n, ${along("k - 1 + 0.6 * (roll(n * 10 + k, 'moves on') - 0.5)")}, pipeline, k
    FROM deal_life, range(2, 10) AS positions(k)
    WHERE k <= deepest
      AND roll(n * 10 + k, 'skips') >= CASE WHEN roll(n, 'takes the fast lane') < 0.04 THEN 0.8 ELSE 0.12 END
    UNION ALL
    SELECT n, ${along('turning - 1 + 0.45')}, pipeline, turning - 1 FROM back
    UNION ALL
    SELECT n, ${along('turning - 1 + 0.65')}, pipeline, turning FROM back
    UNION ALL
    SELECT n, closes, pipeline, open_stages + CASE WHEN wins THEN 1 ELSE 2 END FROM deal_life
    UNION ALL
    SELECT n, reopens, pipeline, deepest FROM deal_life WHERE reopens IS NOT NULL
    UNION ALL
    SELECT n, closes_again, pipeline, open_stages + CASE WHEN wins_at_last THEN 1 ELSE 2 END
    FROM deal_life WHERE closes_again IS NOT NULL
  )
  SELECT step.n, step.p, stage.id AS stage_id, stage.pipeline_id, stage.forecast_category, stage.is_closed
  FROM step JOIN stage USING (pipeline, position)
  WHERE step.p < the('now_tick')`
