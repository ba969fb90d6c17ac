import { lifecycleStages } from '../../model/index.ts'
import { changesOf } from './changes.ts'
import type { Chapter } from './chapter.ts'

const stages = `[${lifecycleStages.map(({ value }) => `'${value}'`).join(', ')}]`

/** Marketing takes a contact up to sales qualified; its first deal makes it an opportunity, a won one a customer. */
const visits = `
  CREATE TABLE lifecycle_visit AS
  WITH deals AS (
    SELECT deal.contact AS n, min(deal.p) AS opportunity_p,
      min(CASE WHEN life.wins THEN life.closes WHEN life.wins_at_last THEN life.closes_again END) AS customer_p
    FROM deal JOIN deal_life AS life USING (n) GROUP BY deal.contact
  ),
  journey AS (
    SELECT n, p, opportunity_p, customer_p,
      1 + floor(2 * pow(roll(n, 'starts as'), 2))::INTEGER AS first_step,
      1 + floor(4 * pow(roll(n, 'ripens to'), 1.6))::INTEGER AS last_step
    FROM contact LEFT JOIN deals USING (n)
  ),
  step AS (
    SELECT n, p, first_step AS step FROM journey
    UNION ALL
    SELECT n, p + (k - first_step) * (40 + wait(n * 10 + k, 'ripens after', 120)), k
    FROM journey, range(2, 5) AS steps(k)
    WHERE k > first_step AND k <= last_step AND roll(n * 10 + k, 'skips a stage') >= 0.1
    UNION ALL SELECT n, opportunity_p, 5 FROM journey WHERE opportunity_p IS NOT NULL
    UNION ALL SELECT n, customer_p, 6 FROM journey WHERE customer_p IS NOT NULL
    UNION ALL SELECT n, customer_p + 300 + wait(n, 'praises after', 600), 7 FROM journey
    WHERE customer_p IS NOT NULL AND roll(n, 'praises') < 0.15
    UNION ALL SELECT n, p + 100 + wait(n, 'put aside after', 900), 8 FROM journey
    WHERE opportunity_p IS NULL AND roll(n, 'put aside') < 0.06
  )
  SELECT n, p, step,
    ${stages}[step] AS stage
  FROM step WHERE p < the('now_tick')
  WINDOW earlier AS (PARTITION BY n ORDER BY p, step ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  QUALIFY step > coalesce(max(step) OVER earlier, 0)`

const owners = `
  CREATE TABLE contact_owner AS
  SELECT n, assigned_p AS p, first_owner AS owner, 1 AS ordinal FROM contact
  WHERE first_owner IS NOT NULL AND assigned_p < the('now_tick')
  UNION ALL
  SELECT n, handed_p, second_owner, 2 FROM contact
  WHERE handed_p > assigned_p AND handed_p < the('now_tick') AND second_owner <> first_owner`

const rows = `
  WITH lifecycle AS (SELECT n, arg_max(stage, step) AS stage FROM lifecycle_visit GROUP BY n),
  owned AS (SELECT n, arg_max(owner, ordinal) AS owner FROM contact_owner GROUP BY n)
  SELECT contact_id(n) AS id, contact.name,
    perhaps(0.94, n, 'email known',
      mailbox(contact.name) || coalesce('@' || company.domain, '.' || n || '@mail.example')) AS email,
    perhaps(0.6, n, 'phone known', phone || ' ' || (1000 + floor(9000 * roll(n, 'phone')))::INTEGER) AS phone,
    perhaps(0.8, n, 'title known', chosen('job_titles', n, 'title')) AS job_title,
    contact.city, contact.country, lifecycle.stage AS lifecycle_stage,
    CASE WHEN lifecycle.stage NOT IN ('opportunity', 'customer', 'evangelist')
      THEN perhaps(0.6, n, 'status known', chosen('lead_statuses', n, 'status')) END AS lead_status,
    source AS original_source, company_id(company) AS company_id, owner_id(owned.owner) AS owner_id,
    moment(starts_at, seconds, contact.p, 0) AS created_at,
    perhaps(0.8, n, 'newsletter asked', roll(n, 'newsletter') < 0.35) AS newsletter
  FROM contact
  LEFT JOIN lifecycle USING (n)
  LEFT JOIN owned USING (n)
  LEFT JOIN company ON company.n = contact.company
  JOIN tick ON tick.tick = tick_of(contact.p)
  ORDER BY n`

const changes = `
  SELECT n, property, ordinal, value, moment(starts_at, seconds, p, 0) AS changed_at, changed_by
  FROM (
    SELECT n, p, 'lifecycle_stage' AS property, stage AS value, step AS ordinal, NULL AS changed_by
    FROM lifecycle_visit
    UNION ALL SELECT n, p, 'owner_id', owner_id(owner), ordinal, owner_id(owner) FROM contact_owner
  ) JOIN tick ON tick.tick = tick_of(p)`

export const contactHistoryChapter: Chapter = {
  doing: 'Contacts and their history',
  tables: [visits, owners],
  pages: [
    { stream: 'contact', rows },
    { stream: 'property_change', rows: changesOf('contact', 'contact_id(n)', changes) },
  ],
}
