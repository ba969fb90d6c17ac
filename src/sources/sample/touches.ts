/** How many activities are made at once, so that memory does not grow with their number. */
export const partSize = 1_000_000

/** Which record each activity is about: eleven of twenty concern a deal, the others a contact alone. */
const aim = `
  SELECT n, n % 20 < 11 AS is_of_deal,
    (n - 1) / the('activities') + 0.02 * (roll(n, 'near') - 0.5) AS aimed_at,
    greatest(0, least(0.9999999, aimed_at)) AS place
  FROM (SELECT n + the('part') * ${partSize} AS n FROM number WHERE n <= ${partSize})
  WHERE n <= the('activities')`

const ofDeals = `
  SELECT aim.n, deal.n AS deal, deal.contact, deal.company, chosen('deal_touches', aim.n, 'touch kind') AS kind,
    born + (ends - born) * pow(roll(aim.n, 'touch time'), 0.9) AS p,
    CASE WHEN NOT is_nobodys THEN life.first_owner END AS first_owner, second_owner, handed_p
  FROM aim
  JOIN deal ON deal.n = 1 + floor(place * the('deals'))::BIGINT
  JOIN deal_life AS life ON life.n = deal.n
  WHERE is_of_deal`

/** Contacts hear most from us in their first weeks. */
const ofContacts = `
  SELECT aim.n, NULL, contact.n, contact.company, chosen('contact_touches', aim.n, 'touch kind'),
    contact.p + wait(aim.n, 'touch time', CASE WHEN roll(aim.n, 'touched early') < 0.6 THEN 120 ELSE 1200 END),
    first_owner, second_owner, handed_p
  FROM aim
  JOIN contact ON contact.n = 1 + floor(place * the('contacts'))::BIGINT
  WHERE NOT is_of_deal`

/** The future is not told. Deputies do the work of those who left; the first eight people do most of what nobody owns. */
const staffed = `
  SELECT touch.n, deal, contact, company, kind, p,
    CASE WHEN person.left_tick <= p THEN deputy.deputy ELSE person.n END AS worker
  FROM touch
  LEFT JOIN person ON person.n = coalesce(
    CASE WHEN p >= handed_p THEN second_owner ELSE first_owner END,
    perhaps(0.75, touch.n, 'done by anyone', 1 + floor(8 * roll(touch.n, 'anyone'))::INTEGER))
  LEFT JOIN deputy ON deputy.n = person.n
  WHERE p < the('now_tick')`

const timed = `
  SELECT staffed.*, moment(tick.starts_at, tick.seconds, p, shift_hours) AS happened_at,
    moment(later.starts_at, later.seconds, later_p, shift_hours) AS later_at
  FROM (
    SELECT staffed.*, coalesce(team.shift_hours, 0) AS shift_hours, p + 8 + wait(staffed.n, 'planned ahead', 45) AS later_p
    FROM staffed LEFT JOIN person ON person.n = worker LEFT JOIN team ON team.code = person.team
  ) AS staffed
  JOIN tick ON tick.tick = tick_of(p)
  JOIN tick AS later ON later.tick = tick_of(later_p)`

/** What every activity has: of what kind, about whom, by whom, when it happened, and a later time that it may plan. */
export const touches = `
  CREATE OR REPLACE TABLE touch AS
  WITH aim AS (${aim}), touch AS (${ofDeals} UNION ALL ${ofContacts}), staffed AS (${staffed})
  ${timed}`

/**
 * In the night in which the clocks change, customer success moves systems for customers: each hour of that night has
 * activities, also the hour that comes twice. What is left to do is done in the working days after it.
 */
export const nightTouches = `
  CREATE OR REPLACE TABLE touch AS
  WITH day AS (SELECT unnest(generate_series(the('starts_on'), the('ends_on'), INTERVAL 1 DAY))::DATE AS on_day),
  night AS (
    SELECT (row_number() OVER (ORDER BY on_day))::INTEGER AS night, on_day,
      (SELECT min(tick) FROM tick WHERE tick.on_day > day.on_day) AS p
    FROM day
    WHERE local_at(on_day + 1, 0) - local_at(on_day, 0) <> INTERVAL 24 HOUR AND on_day < the('ends_on')
  ),
  touch AS (
    SELECT the('activities') + (night - 1) * the('night_activities') + k AS n, k, on_day,
      p::DOUBLE AS p, p + 15.0 AS later_p
    FROM night, range(1, the('night_activities') + 1) AS numbers(k)
  )
  SELECT touch.n, NULL::BIGINT AS deal, contact.n AS contact, contact.company,
    chosen('night_touches', touch.n, 'touch kind') AS kind,
    touch.p, 3 AS worker, 0 AS shift_hours, later_p,
    local_at(touch.on_day, 0) - INTERVAL 3 HOUR
      + to_seconds((32400 * turn(k, the('night_activities'), 'night hour'))::BIGINT) AS happened_at,
    later.starts_at AS later_at
  FROM touch
  JOIN contact ON contact.n = 1 + floor(roll(touch.n, 'night contact') * 0.12 * the('contacts'))::BIGINT
  JOIN tick AS later ON later.tick = tick_of(later_p)`
