import type { Chapter } from './chapter.ts'

/** Four of ten leads became a deal, spread over all deals; the others are contacts of whom nothing came, yet. */
const lead = `
  CREATE TABLE lead AS
  WITH source AS (
    SELECT n, turn(n, the('leads'), 'lead came') AS v,
      perhaps(0.4, n, 'became a deal', 1 + floor(v * the('deals'))::BIGINT) AS deal,
      1 + floor(the('contacts') * (0.1 + 0.88 * v) * sqrt(roll(n, 'lead contact')))::BIGINT AS other_contact
    FROM number WHERE n <= the('leads')
  ),
  once AS (
    SELECT * REPLACE (CASE WHEN row_number() OVER (PARTITION BY deal ORDER BY n) = 1 THEN deal END AS deal) FROM source
  )
  SELECT once.n, once.deal, contact.n AS contact, contact.name,
    coalesce(deal.first_owner, contact.first_owner) AS owner,
    greatest(contact.p, coalesce(deal.p - 10 - wait(once.n, 'lead before deal', 120), coming(once.v))) AS p
  FROM once
  LEFT JOIN deal ON deal.n = once.deal
  LEFT JOIN contact ON contact.n = coalesce(deal.contact, once.other_contact)`

const rows = `
  WITH reached AS (
    SELECT *, p + 1 + lognormal(n, 'outreach', 6, 1.3) AS outreach_p,
      CASE WHEN deal IS NOT NULL THEN 'QUALIFIED'
        WHEN roll(n, 'lead progress') < 0.4 THEN 'DISQUALIFIED'
        WHEN roll(n, 'lead progress') < 0.47 THEN 'QUALIFIED'
        WHEN roll(n, 'lead progress') < 0.62 THEN 'CONNECTED'
        WHEN roll(n, 'lead progress') < 0.85 THEN 'ATTEMPTING' ELSE 'NEW' END AS progress
    FROM lead
  ),
  staged AS (SELECT *, outreach_p < the('now_tick') AS is_reached FROM reached)
  SELECT lead_id(n) AS id, name, CASE WHEN deal IS NOT NULL OR is_reached THEN progress ELSE 'NEW' END AS stage,
    chosen('lead_types', n, 'lead type') AS type,
    perhaps(0.7, n, 'lead label known', chosen('lead_labels', n, 'lead label')) AS label,
    perhaps(0.95, n, 'lead has owner', owner_id(owner)) AS owner_id,
    contact_id(contact) AS contact_id, deal_id(deal) AS deal_id,
    CASE WHEN is_reached AND progress <> 'NEW' 
      THEN moment(reach.starts_at, reach.seconds, outreach_p, 0) END AS first_outreach_at,
    moment(came.starts_at, came.seconds, p, 0) AS created_at
  FROM staged
  JOIN tick AS came ON came.tick = tick_of(p)
  JOIN tick AS reach ON reach.tick = tick_of(outreach_p)
  ORDER BY n`

export const leadChapter: Chapter = {
  doing: 'Leads',
  tables: [lead],
  pages: [{ stream: 'lead', rows }],
}
