import type { Chapter } from './chapter.ts'

const heads = `the('company_heads')`
const tails = `the('company_tails')`
const trades = `the('company_trades')`

/** A fifth was there when the company began with its CRM; the others came ever faster. */
const company = `
  CREATE TABLE company AS
  WITH arrival AS (
    SELECT n, residue_of(n) AS residue,
      CASE WHEN n <= 0.2 * the('companies') THEN 2 * roll(n, 'company imported')
      ELSE coming((turn(n, the('companies'), 'company came') - 0.2) / 0.8) END AS p,
      -- The step and the number of names share no factor, so that names repeat only when all are used up.
      n * 7919 % (len(${heads}) * len(${tails}) * len(${trades})) AS combination
    FROM number WHERE n <= the('companies')
  ),
  named AS (
    SELECT *, 1 + combination % len(${trades}) AS trade, combination // len(${trades}) AS rest,
      ${heads}[1 + rest // len(${tails})] || ${tails}[1 + rest % len(${tails})] AS brand,
      bucket_of(p) AS bucket, word_slot(n, 'company city') AS city_slot, roster_slot(n, 'company owner') AS owner_slot
    FROM arrival
  )
  SELECT n, p, country, region, legal_form, city.city, brand || ' ' || ${trades}[trade] AS name,
    the('industries')[trade] AS industry, lower(brand) || '-' || n || '.example' AS domain,
    perhaps(0.93, n, 'company has owner', worker) AS owner
  FROM named
  JOIN place USING (residue)
  JOIN place_word AS city ON city.residue = named.residue AND city.slot = city_slot
  JOIN roster ON roster.team = place.region AND roster.bucket = named.bucket AND roster.slot = owner_slot`

const rows = `
  SELECT company_id(n) AS id, name || ' ' || legal_form AS name, domain, industry, country, city, employees,
    perhaps(0.75, n, 'revenue known', round(employees * lognormal(n, 'revenue', 140000, 0.6), -4)) AS annual_revenue,
    owner_id(owner) AS owner_id, moment(starts_at, seconds, p, 0) AS created_at,
    perhaps(0.12, n, 'is partner', chosen('partner_tiers', n, 'partner tier')) AS partner_tier
  FROM (
    SELECT *, perhaps(0.9, n, 'employees known', 1 + floor(lognormal(n, 'employees', 60, 1.4))::BIGINT) AS employees
    FROM company
  ) JOIN tick ON tick.tick = tick_of(p)
  ORDER BY n`

export const companyChapter: Chapter = {
  doing: 'Companies',
  tables: [company],
  pages: [{ stream: 'company', rows }],
}
