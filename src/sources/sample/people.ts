import { changesOf } from './changes.ts'
import type { Chapter } from './chapter.ts'

/**
 * Teams with: how many seats, parts of a hundred deals, hours the working day starts after Amsterdam's,
 * how often a close date slips, how much more or less they win, and which customers (residues by twenty) they serve.
 */
const teams = `
  (1, 'sales',    'Sales',            NULL,      1,  2, 0, 1.0, 1.0,  0, 20),
  (2, 'emea',     'EMEA',             'sales',   1,  2, 0, 1.0, 1.1,  0, 15),
  (3, 'benelux',  'Benelux',          'emea',    9, 24, 0, 0.9, 1.15, 0,  6),
  (4, 'nordics',  'Nordics',          'emea',    7, 18, 0, 3.2, 0.9,  6,  4),
  (5, 'dach',     'DACH',             'emea',    7, 18, 0, 1.0, 1.0, 10,  5),
  (6, 'americas', 'Americas',         'sales',   8, 21, 6, 1.2, 1.05, 15, 5),
  (7, 'success',  'Customer success', NULL,      3,  3, 0, 0.8, 1.0,  0, 20),
  (8, 'renewals', 'Renewals',         'success', 4, 12, 0, 0.8, 1.0,  0, 20)`

/** Every seventh person leaves; each second one of DACH came from Benelux when the company was re-organised. */
const person = `
  CREATE TABLE person AS
  WITH chair AS (
    SELECT list(code ORDER BY k, n) AS codes FROM team, LATERAL (SELECT unnest(range(seats)) AS k)
  ),
  seat AS (SELECT n, codes[1 + (n - 1) % len(codes)] AS team FROM chair, range(1, the('people') + 1) AS people(n)),
  moved AS (SELECT *, team = 'dach' AND row_number() OVER (PARTITION BY team ORDER BY n) % 2 = 0 AS has_moved FROM seat)
  SELECT n::INTEGER AS n, owner_id(n) AS id, team, has_moved,
    CASE WHEN has_moved THEN 'benelux' ELSE team END AS first_team,
    CASE WHEN n % 7 = 5 THEN floor((0.3 + 0.68 * roll(n, 'leaving')) * the('now_tick'))::INTEGER END AS left_tick,
    CASE WHEN n > 8 AND n % 7 NOT IN (0, 5) AND roll(n, 'late joiner') < 0.45
      THEN floor(0.7 * roll(n, 'joining') * the('now_tick'))::INTEGER ELSE 0 END AS joined_tick,
    0.65 + 0.7 * roll(n, 'skill') AS skill,
    1 + floor(3 * roll(n, 'appetite'))::INTEGER AS appetite
  FROM moved`

/** Who takes over: a colleague who was always there and stays; where there is none, the head of EMEA. */
const deputy = `
  CREATE TABLE deputy AS
  WITH steady AS (
    SELECT first_team, list(n ORDER BY n) AS people FROM person
    WHERE left_tick IS NULL AND joined_tick = 0 AND NOT has_moved GROUP BY first_team
  )
  SELECT person.n, list_filter(steady.people, lambda other: other <> person.n) AS others,
    coalesce(pick(others, roll(person.n, 'deputy')), 2) AS deputy
  FROM person LEFT JOIN steady USING (first_team)`

/**
 * Who works in a team in a bucket of time, each as often as their appetite for work, dealt out over 240 slots, so that
 * somebody is found by a join.
 */
const roster = `
  CREATE TABLE roster AS
  WITH present AS (
    SELECT CASE WHEN bucket * 200 < the('reorganised') THEN first_team ELSE team END AS team, bucket,
      list(n ORDER BY n, k) AS people
    FROM person, range(0, bucket_of(the('now_tick')) + 1) AS buckets(bucket),
      LATERAL (SELECT unnest(range(appetite)) AS k)
    WHERE joined_tick <= bucket * 200 AND (left_tick IS NULL OR left_tick >= (bucket + 1) * 200)
    GROUP BY ALL
  )
  SELECT team, bucket::INTEGER AS bucket, slot::INTEGER AS slot, people[1 + slot % len(people)] AS worker
  FROM present, range(0, 240) AS slots(slot)`

const named = `
  SELECT person.*, first_names[1 + person.n * 7 % 40] || ' ' || last_names[1 + (person.n * 11 + person.n // 40) % 40] AS name
  FROM person JOIN team ON team.code = person.team
  JOIN place ON place.residue = team.first_residue + person.n % team.residues`

const moves = `
  SELECT n, 'main_team_id' AS property, ordinal, value, starts_at AS changed_at, NULL::VARCHAR AS changed_by
  FROM (
    SELECT n, 1 AS ordinal, 'team-' || first_team AS value, joined_tick AS p FROM person
    UNION ALL SELECT n, 2, 'team-' || team, the('reorganised') FROM person WHERE has_moved
  ) JOIN tick ON tick.tick = p`

export const peopleChapter: Chapter = {
  doing: 'People and teams',
  tables: [
    `CREATE TABLE team AS SELECT * FROM (VALUES ${teams})
      AS teams(n, code, name, parent, seats, share, shift_hours, slips, luck, first_residue, residues)`,
    person,
    deputy,
    roster,
    `SET VARIABLE team_wheel = (SELECT list(code ORDER BY n) FROM team, LATERAL (SELECT unnest(range(share)) AS k))`,
  ],
  pages: [
    { stream: 'team', rows: `SELECT 'team-' || code AS id, name, 'team-' || parent AS parent_id FROM team ORDER BY n` },
    {
      stream: 'owner',
      rows: `SELECT id, name, mailbox(name) || '@plumbline-sample.example' AS email, left_tick IS NULL AS active,
          'team-' || team AS main_team_id
        FROM (${named}) ORDER BY id`,
    },
    { stream: 'property_change', rows: changesOf('owner', 'owner_id(n)', moves) },
  ],
}
