import type { Chapter } from './chapter.ts'

/** A month of a person who sells: what they win on average, and when they were there. */
const sellingMonth = `
  CREATE TABLE selling_month AS
  WITH won AS (
    SELECT owner_id, sum(amount_in_currency::DOUBLE * CASE currency WHEN 'USD' THEN 0.9 ELSE 1 END) AS amount
    FROM deal_present JOIN deal USING (n) JOIN stage ON stage.id = stage_id WHERE is_won GROUP BY owner_id
  ),
  month AS (
    SELECT m::DATE AS starts_on, last_day(m::DATE) AS ends_on, date_diff('month', the('starts_on'), m::DATE) AS k
    FROM generate_series(date_trunc('month', the('starts_on')), date_trunc('year', the('ends_on')) + INTERVAL 11 MONTH,
      INTERVAL 1 MONTH) AS months(m)
  ),
  seller AS (
    SELECT person.*, joined.on_day AS joined_on, left_at.on_day AS left_on, won.amount / 36 AS usual
    FROM person
    JOIN won ON won.owner_id = person.id
    JOIN tick AS joined ON joined.tick = joined_tick
    LEFT JOIN tick AS left_at ON left_at.tick = left_tick
  )
  SELECT seller.n, seller.id AS owner_id, team, month.*, seller.n * 1000 + k AS pick,
    greatest(2000, round(usual * (1 + 1.4 * k / 36) / 1.7 * (0.9 + 0.4 * roll(seller.n, 'ambition')) / 500) * 500) AS amount
  FROM seller JOIN month ON month.starts_on >= joined_on AND (left_on IS NULL OR month.starts_on < left_on)`

/** Some people never got a goal. Who renews has goals for renewals only; three teams have goals of their own. */
const goals = `
  SELECT record_id('goal', n, 4) || strftime(starts_on, '-%Y-%m') AS id, strftime(starts_on, '%B %Y') AS name, owner_id,
    NULL::VARCHAR AS team_id, CASE WHEN team = 'renewals' THEN record_id('pipeline', 2, 1) END AS pipeline_id,
    starts_on, ends_on, amount, 'REVENUE' AS metric
  FROM selling_month WHERE n % 11 <> 3
  UNION ALL
  SELECT 'goal-' || team || strftime(date_trunc('quarter', starts_on), '-%Y-%m'),
    'Quarter ' || quarter(starts_on) || ' of ' || year(starts_on), NULL, 'team-' || team, NULL,
    date_trunc('quarter', min(starts_on))::DATE, max(ends_on),
    ceil(sum(amount) * (1.02 + 0.1 * roll(min(k), team)) / 5000) * 5000, 'REVENUE'
  FROM selling_month WHERE team IN ('nordics', 'dach', 'americas') AND k >= 6
  GROUP BY team, date_trunc('quarter', starts_on), quarter(starts_on), year(starts_on)
  ORDER BY id`

/** One of seven forgets to submit; two of five think again in the middle of the month. */
const submission = `
  CREATE TABLE submission AS
  WITH first AS (
    SELECT *, starts_on + (1 + floor(4 * roll(pick, 'first forecast')))::INTEGER AS on_day,
      round(amount * (0.6 + 0.6 * roll(pick, 'forecast')) / 100) * 100 AS forecast
    FROM selling_month WHERE roll(pick, 'forecast forgotten') > 0.14
  )
  SELECT n, pick, owner_id, team, starts_on, ends_on, 1 AS version, on_day, forecast, NULL::VARCHAR AS note FROM first
  UNION ALL
  SELECT n, pick, owner_id, team, starts_on, ends_on, 2, starts_on + (11 + floor(7 * roll(pick, 'second day')))::INTEGER,
    round(forecast * (0.7 + 0.6 * roll(pick, 'second forecast')) / 100) * 100,
    CASE WHEN roll(pick, 'second forecast') > 0.5 THEN 'One more came in' ELSE 'Slips to next month' END
  FROM first WHERE roll(pick, 'thinks again') < 0.4`

/** The head of EMEA speaks for the Nordics, the head of sales for the Americas, in most months. */
const submissions = `
  SELECT record_id('forecast', pick, 7) || '-' || version AS id, owner_id, NULL::VARCHAR AS team_id,
    CASE WHEN team = 'renewals' THEN record_id('pipeline', 2, 1) END AS pipeline_id,
    starts_on AS period_starts_on, ends_on AS period_ends_on, forecast AS amount, note,
    local_at(on_day, 9) + to_seconds(floor(20000 * roll(pick + version, 'forecast time'))::BIGINT) AS submitted_at,
    owner_id AS submitted_by_id
  FROM submission WHERE on_day <= the('ends_on')
  UNION ALL
  SELECT 'forecast-' || team || strftime(starts_on, '-%Y-%m'), NULL, 'team-' || team, NULL, starts_on, min(ends_on),
    round(sum(forecast) * 0.9 / 1000) * 1000, NULL, local_at(starts_on + 6, 10),
    owner_id(CASE team WHEN 'nordics' THEN 2 ELSE 1 END)
  FROM submission
  WHERE version = 1 AND team IN ('nordics', 'americas') AND starts_on + 6 <= the('ends_on') AND month(starts_on) % 4 <> 0
  GROUP BY team, starts_on
  ORDER BY id`

export const goalChapter: Chapter = {
  doing: 'Goals and forecasts',
  tables: [sellingMonth, submission],
  pages: [
    { stream: 'goal', rows: goals },
    { stream: 'forecast_submission', rows: submissions },
  ],
}
