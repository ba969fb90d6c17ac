/** Close dates are planned for five o'clock, half of them at the end of a month. */
const planned = (tick: string, month_end: string): string =>
  `iso(local_at(CASE WHEN ${month_end} THEN last_day(${tick}.on_day) ELSE ${tick}.on_day END, 17))`

/**
 * Plans: each promises a date that lies a little after the time of the next plan, so that a deal slips shortly before
 * its date, as often as its team does. Some promises are far too late and are pulled in by the next, some are forgotten
 * until they are overdue, and nobody plans again for deals that stall.
 */
const plans = `
  plan AS (
    SELECT n, k, least(8, floor(wait(n, 'slips', slips)))::INTEGER AS pushes, least(closes - born, 1000) AS foreseen,
      born + foreseen * k / (pushes + 1) AS p, born + foreseen * (k + 1) / (pushes + 1)
        + CASE WHEN roll(n * 10 + k, 'plans how') < 0.1 THEN 350 WHEN roll(n * 10 + k, 'plans how') < 0.22 THEN -120
          ELSE 60 END * roll(n * 10 + k, 'plans for') AS due
    FROM deal_life, range(0, 9) AS plans(k)
    WHERE k <= pushes
    UNION ALL
    SELECT n, 9, 0, NULL, reopens, closes_again + 50 FROM deal_life WHERE reopens IS NOT NULL
  ),
  planned AS (
    SELECT n, p, 'closed_at' AS property, ${planned('tick', "roll(n * 10 + k, 'at the end of the month') < 0.5")} AS value
    FROM plan JOIN tick ON tick.tick = tick_of(greatest(due, p + 5))
  )`

/** Twelve of a hundred deals begin without an amount, four never get one; later talks make it more exact. */
const amounts = `
  amount AS (
    SELECT n, born AS p,
      CASE WHEN roll(n, 'amount known') >= 0.12 THEN round(value * (0.75 + 0.6 * roll(n, 'first guess')), -2) END AS amount
    FROM deal_life
    UNION ALL
    SELECT n, born + (closes - born) * (0.15 + 0.35 * roll(n, 'estimated at')),
      round(value * (0.9 + 0.25 * roll(n, 'estimate')), -1)
    FROM deal_life WHERE roll(n, 'estimated') < 0.5 OR roll(n, 'amount known') BETWEEN 0.04 AND 0.12
    UNION ALL
    SELECT n, born + (closes - born) * (0.6 + 0.35 * roll(n, 'agreed at')),
      round(value * (0.85 + 0.15 * roll(n, 'agreed')), -1)
    FROM deal_life WHERE roll(n, 'amount known') >= 0.04 AND roll(n, 'agreement') < 0.4
  )`

const owners = `
  owner AS (
    SELECT n, taken_p AS p, first_owner AS owner FROM deal_life
    WHERE NOT is_nobodys AND taken_p < closes AND taken_p < coalesce(handed_p, closes)
    UNION ALL
    SELECT n, handed_p, second_owner FROM deal_life WHERE NOT is_nobodys AND handed_p IS NOT NULL
  )`

/** All changes in order; what only repeats the value before it is no change. */
export const dealHistory = `
  CREATE TABLE deal_change AS
  WITH ${plans}, ${amounts}, ${owners},
  wish AS (
    SELECT n, p, 'stage_id' AS property, stage_id AS value FROM deal_move
    UNION ALL SELECT n, p, 'pipeline_id', pipeline_id FROM deal_move
    UNION ALL SELECT n, p, 'forecast_category', forecast_category FROM deal_move
    UNION ALL SELECT n, born + (closes - born) * (0.6 + 0.35 * roll(n, 'judged at')), 'forecast_category',
      pick(['COMMIT', 'COMMIT', 'BEST_CASE', 'PIPELINE', 'OMIT'], roll(n, 'judged'))
    FROM deal_life WHERE roll(n, 'is judged') < 0.2
    UNION ALL FROM planned
    UNION ALL SELECT n, p, 'closed_at', 'stamp' FROM deal_move WHERE is_closed
    UNION ALL SELECT n, p, 'amount_in_currency', amount::BIGINT::VARCHAR FROM amount
    UNION ALL SELECT n, p, 'owner_id', owner_id(owner) FROM owner
  ),
  dated AS (
    SELECT wish.n, wish.property, moment(starts_at, seconds, wish.p, shift_hours) AS changed_at, wish.p,
      CASE WHEN wish.value = 'stamp' THEN iso(changed_at) ELSE wish.value END AS value,
      CASE WHEN wish.value <> 'stamp' AND NOT life.is_nobodys
        THEN owner_id(CASE WHEN wish.p >= handed_p THEN second_owner ELSE first_owner END) END AS changed_by
    FROM wish
    JOIN deal_life AS life ON life.n = wish.n
    JOIN tick ON tick.tick = tick_of(wish.p)
    WHERE wish.p < the('now_tick')
  )
  SELECT n, property, value, changed_at, changed_by,
    (row_number() OVER (PARTITION BY n, property ORDER BY changed_at, p))::INTEGER AS ordinal
  FROM dated
  QUALIFY value IS DISTINCT FROM lag(value) OVER (PARTITION BY n, property ORDER BY changed_at, p)`
