/** Chance that is the same on every run: everything comes from a hash of the seed, a topic and a number. */
export const chance: readonly string[] = [
  // The outer hash matters: without it two topics would differ by a constant only.
  `CREATE MACRO roll(n, topic) AS
    (hash(xor(hash(n::BIGINT), hash(topic, the('seed')))) >> 11)::DOUBLE / 9007199254740992.0`,
  `CREATE MACRO bell(n, topic) AS
    sqrt(-2 * ln(1 - roll(n, topic))) * cos(2 * pi() * roll(n, topic || ', turned'))`,
  `CREATE MACRO lognormal(n, topic, median, spread) AS median * exp(spread * bell(n, topic))`,
  `CREATE MACRO wait(n, topic, mean) AS -ln(1 - roll(n, topic)) * mean`,
  `CREATE MACRO pick(choices, u) AS choices[1 + floor(u * len(choices))::INTEGER]`,
  `CREATE MACRO chosen(choices, n, topic) AS pick(the(choices), roll(n, topic))`,
  // The value in this share of cases, and null in the others.
  `CREATE MACRO perhaps(share, n, topic, value) AS CASE WHEN roll(n, topic) < share THEN value END`,
  // Where the share v of all records lies on a way from 0 to 1 along which records come ever faster.
  `CREATE MACRO grown(v) AS (sqrt(1 + (2.4 * 2.4 - 1) * v) - 1) / (2.4 - 1)`,
  // Record n of several, evenly laid out between 0 and 1, so that ids follow time.
  `CREATE MACRO turn(n, count, topic) AS (n - roll(n, topic)) / count`,
]
