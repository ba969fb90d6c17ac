/**
 * The company's clock counts effort, not hours: a tick is a tenth of an ordinary working day. A summer day has fewer
 * ticks, the last days of a quarter have more, weekends and holidays none. Whatever is spread evenly over ticks
 * therefore has seasons, and everything falls into business hours.
 */
export const clock: readonly string[] = [
  `CREATE MACRO local_at(on_day, hours) AS
    ((on_day::DATE + to_hours(hours)) AT TIME ZONE the('zone')) AT TIME ZONE 'UTC'`,
  `CREATE MACRO is_holiday(d) AS strftime(d, '%m-%d') IN ('01-01', '04-27', '12-25', '12-26')`,
  `CREATE MACRO quarter_ends_in(d) AS date_diff('day', d, last_day((date_trunc('quarter', d) + INTERVAL 2 MONTH)::DATE))`,
  `CREATE MACRO season(d) AS CASE
    WHEN strftime(d, '%m-%d') >= '12-22' OR strftime(d, '%m-%d') <= '01-03' THEN 0.25
    WHEN strftime(d, '%m-%d') BETWEEN '07-10' AND '08-20' THEN 0.6
    WHEN quarter_ends_in(d) < 10 THEN 1.3
    WHEN month(d) = 12 THEN 0.8
    ELSE 1 END`,
  `CREATE MACRO weekday_effort(d) AS [0.95, 1.1, 1.05, 1, 0.75, 0, 0][isodow(d)]`,
  `CREATE TABLE workday AS
    SELECT d::DATE AS on_day,
      greatest(1, round(10 * season(d) * weekday_effort(d) * exp(0.15 * bell(epoch(d), 'busy day'))))::INTEGER AS ticks
    FROM generate_series(the('starts_on'), the('ends_on') + INTERVAL 900 DAY, INTERVAL 1 DAY) AS days(d)
    WHERE weekday_effort(d) > 0 AND NOT is_holiday(d)`,
  `CREATE TABLE tick AS
    WITH slot AS (
      SELECT (row_number() OVER (ORDER BY on_day, k))::INTEGER - 1 AS tick, on_day,
        local_at(on_day, 9) + to_seconds((k * 30600 / ticks)::BIGINT) AS starts_at, 30600 / ticks AS seconds
      FROM workday, LATERAL (SELECT unnest(range(ticks)) AS k)
    )
    SELECT *, max(tick) OVER (PARTITION BY date_trunc('quarter', on_day)) AS quarter_end FROM slot`,
  // Ticks below are the past, ticks from here on the future.
  `SET VARIABLE now_tick = (SELECT max(tick) + 1 FROM tick WHERE on_day <= the('ends_on'))`,
  `SET VARIABLE last_tick = (SELECT max(tick) - 1 FROM tick)`,
  `SET VARIABLE reorganised = (SELECT (0.5 * the('now_tick'))::INTEGER)`,
  `CREATE MACRO tick_of(p) AS floor(greatest(0, least(p, the('last_tick'))))::INTEGER`,
  `CREATE MACRO moment(starts_at, seconds, p, shift_hours) AS
    starts_at + to_seconds(((p - floor(p)) * seconds)::BIGINT) + to_hours(shift_hours::BIGINT)`,
  `CREATE MACRO iso(t) AS strftime(t, '%Y-%m-%dT%H:%M:%SZ')`,
  // When a record comes whose share of all records is v; the first half day belongs to the import.
  `CREATE MACRO coming(v) AS 5 + grown(v) * (the('now_tick') - 5)`,
  // Rosters of people change once in a bucket of about four weeks.
  `CREATE MACRO bucket_of(p) AS (tick_of(p) // 200)::INTEGER`,
  `CREATE MACRO roster_slot(n, topic) AS floor(240 * roll(n, topic))::INTEGER`,
]
