import type { Dialect } from '../dialect.ts'

/**
 * The relation of rates: `currency` in capitals, `rate`, and the days `holds_from` and `holds_until` (not included). The
 * first rate of a currency also holds for all days before it; of two for one day the later id counts.
 */
export const ratesByDay = ({ earliest, latest }: Dialect): string => `(
  SELECT currency, rate,
    CASE WHEN row_number() OVER following = 1 THEN ${earliest('day')} ELSE valid_from_on END AS holds_from,
    coalesce(lead(valid_from_on) OVER following, ${latest('day')}) AS holds_until
  FROM (
    SELECT upper(currency) AS currency, rate, valid_from_on,
      row_number() OVER (PARTITION BY upper(currency), valid_from_on ORDER BY id DESC) AS place
    FROM exchange_rate WHERE rate IS NOT NULL AND valid_from_on IS NOT NULL
  ) AS told
  WHERE place = 1
  WINDOW following AS (PARTITION BY currency ORDER BY valid_from_on)
)`
