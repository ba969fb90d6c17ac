import type { Chapter } from './chapter.ts'

/** The dollar wanders around 0.90 euro, with a new rate on the first of each month, from before the first record. */
const rows = `
  WITH month AS (
    SELECT row_number() OVER (ORDER BY starts_on) AS n, starts_on::DATE AS valid_from_on
    FROM generate_series(date_trunc('month', the('starts_on')) - INTERVAL 1 MONTH, the('ends_on'), INTERVAL 1 MONTH)
      AS months(starts_on)
  )
  SELECT 'EUR-' || min(valid_from_on) AS id, 'EUR' AS currency, 1.0 AS rate, min(valid_from_on) AS valid_from_on FROM month
  UNION ALL
  SELECT 'USD-' || valid_from_on, 'USD', round(0.9 + 0.05 * sin(n / 5) + 0.008 * bell(n, 'dollar'), 4), valid_from_on
  FROM month
  ORDER BY id`

export const rateChapter: Chapter = {
  doing: 'Exchange rates',
  tables: [],
  pages: [{ stream: 'exchange_rate', rows }],
}
