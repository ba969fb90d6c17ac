/**
 * How each deal is fated to go, also beyond today: when it closes, how deep it gets, whether it is opened again, who
 * takes it over. History is this life cut off at the end day, so that open deals look like the closed ones once did.
 */
export const dealLife = `
  CREATE TABLE deal_life AS
  WITH fate AS (
    SELECT deal.n, deal.p AS born, deal.team, deal.pipeline, deal.slips, deal.value, deal.shift_hours, deal.first_owner,
      pipeline.open_stages, pipeline.median_days,
      pipeline.win_chance * person.skill * deal.luck * pow(value / 12000, -0.08) AS chance,
      roll(deal.n, 'wins') < least(0.9, chance) AS is_won,
      roll(deal.n, 'stalls') < 0.025 AS has_stalled,
      CASE WHEN deal.pipeline = 1 AND roll(deal.n, 'came from partners') < 0.03 THEN 3 END AS first_pipeline,
      person.left_tick, person.has_moved, deputy.deputy
    FROM deal
    JOIN pipeline ON pipeline.n = deal.pipeline
    JOIN person ON person.n = deal.first_owner
    JOIN deputy ON deputy.n = deal.first_owner
  ),
  paced AS (
    SELECT *, is_won AND NOT has_stalled AS wins,
      CASE WHEN has_stalled THEN 1200 + 1800 * roll(n, 'stalls for')
        ELSE least(2500, greatest(12, 10 * lognormal(n, 'pace', median_days, 0.6)
          * pow(value / 12000, 0.15) * CASE WHEN is_won THEN 1 ELSE 0.85 END)) END AS length
    FROM fate
  ),
  -- What would close in the last weeks of a quarter is often hurried, or stretched, into its very last days.
  timed AS (
    SELECT paced.*, CASE
        WHEN wins AND quarter_end > born + 20 AND abs(quarter_end - born - length) < 220
            AND roll(n, 'quarter rush') < 0.6
          THEN greatest(born + 12, quarter_end - 70 * pow(roll(n, 'rush day'), 2))
        ELSE born + length END AS closes
    FROM paced JOIN tick ON tick.tick = tick_of(born + length)
  ),
  closed AS (
    SELECT *,
      CASE WHEN wins THEN open_stages ELSE 1 + floor(open_stages * pow(roll(n, 'gets to'), 1.4))::INTEGER END AS deepest,
      CASE WHEN wins AND roll(n, 'falls through') < 0.012 THEN 'flips'
        WHEN roll(n, 'is opened again') < CASE WHEN wins THEN 0.01 ELSE 0.05 END THEN 'reopens' END AS sequel
    FROM timed
  ),
  handed AS (
    SELECT *, CASE
        WHEN has_moved AND born < the('reorganised') AND closes > the('reorganised')
          THEN the('reorganised') + 20 * roll(n, 'moved with the team')
        WHEN left_tick > born AND left_tick < closes AND roll(n, 'leaver hands over') < 0.65
          THEN left_tick - 15 * roll(n, 'hands over before')
        WHEN roll(n, 'changes hands') < 0.05 THEN born + (closes - born) * (0.3 + 0.5 * roll(n, 'changes hands at'))
      END AS handed_p,
      left_tick > born AND left_tick < closes AND roll(n, 'owner is cleared') < 0.12 AS is_cleared
    FROM closed
  )
  SELECT * EXCLUDE (handed_p, is_cleared, deputy, has_moved, is_won, has_stalled),
    CASE WHEN handed_p > born AND handed_p < closes THEN handed_p END AS handed_p,
    CASE WHEN NOT is_cleared THEN deputy END AS second_owner,
    CASE WHEN roll(n, 'nobody took it') < 0.05 THEN born + 2 + wait(n, 'taken after', 15) ELSE born END AS taken_p,
    roll(n, 'nobody ever takes it') < 0.02 AS is_nobodys,
    CASE WHEN sequel = 'reopens' THEN closes + 30 + wait(n, 'opened again after', 200) END AS reopens,
    CASE sequel WHEN 'reopens' THEN reopens + 40 + wait(n, 'closes again after', 250)
      WHEN 'flips' THEN closes + 50 + wait(n, 'falls through after', 150) END AS closes_again,
    sequel = 'reopens' AND roll(n, 'wins at last') < 0.45 AS wins_at_last,
    coalesce(closes_again, closes) AS ends,
    NOT wins AND closes < the('now_tick') AS was_lost
  FROM handed`
