import { changesOf } from './changes.ts'
import type { Chapter } from './chapter.ts'
import { dealHistory } from './deal-history.ts'
import { dealLife } from './deal-life.ts'
import { dealMoves } from './deal-moves.ts'

const products = `
  (1, 'planner', 'Planner',           22, 240),
  (2, 'insight', 'Insight',           14, 820),
  (3, 'connect', 'Connect',           45, 190),
  (4, 'suite',   'Enterprise Suite', 150, 430)`

/** Which deals come when, to whom, about what. */
const deal = `
  CREATE TABLE deal AS
  WITH arrival AS (
    SELECT n, turn(n, the('deals'), 'deal came') AS v, coming(v) AS p, bucket_of(p) AS bucket,
      roster_slot(n, 'deal owner') AS owner_slot, chosen('team_wheel', n, 'deal team') AS team,
      1 + floor(4 * pow(roll(n, 'product'), 1.5))::INTEGER AS product
    FROM number WHERE n <= the('deals')
  ),
  staffed AS (
    SELECT arrival.*, team.shift_hours, team.slips, team.luck, roster.worker AS first_owner,
      nearby(the('contacts') * (0.12 + 0.88 * v), team.first_residue, team.residues, arrival.n, 'deal contact') AS contact,
      CASE WHEN roll(arrival.n, 'currency') < CASE team.code WHEN 'americas' THEN 0.9 ELSE 0.04 END
        THEN 'USD' ELSE 'EUR' END AS currency,
      CASE WHEN team.code IN ('renewals', 'success') THEN 2
        WHEN roll(arrival.n, 'through a partner') < 0.2 THEN 3 ELSE 1 END AS pipeline
    FROM arrival
    JOIN team ON team.code = arrival.team
    JOIN roster ON roster.team = arrival.team AND roster.bucket = arrival.bucket AND roster.slot = owner_slot
  ),
  valued AS (
    SELECT staffed.*, product.code AS product_line, product.name AS product_name,
      1 + floor(lognormal(staffed.n, 'seats', product.usual_seats, 0.7))::BIGINT AS seats,
      seats * product.price * exp(0.2 * bell(staffed.n, 'discount')) AS value
    FROM staffed JOIN product ON product.n = staffed.product
  )
  SELECT valued.*, contact.company, contact.source,
    coalesce(company.name, contact.name) || CASE WHEN pipeline = 2 THEN ' renewal' ELSE ' – ' || product_name END AS name
  FROM valued
  LEFT JOIN contact ON contact.n = valued.contact
  LEFT JOIN company ON company.n = contact.company`

const remembered = ['stage_id', 'pipeline_id', 'amount_in_currency', 'closed_at', 'owner_id', 'forecast_category']

const lastValue = (property: string): string =>
  `arg_max_null(value, ordinal) FILTER (property = '${property}') AS ${property}`

/** The present is the last value of the history. */
const present = `
  CREATE TABLE deal_present AS
  SELECT n,
    ${remembered.map(lastValue).join(', ')},
    min(changed_at) AS created_at
  FROM deal_change GROUP BY n`

const rows = `
  SELECT deal_id(n) AS id, deal.name, present.* EXCLUDE (n, closed_at, amount_in_currency), deal.currency,
    NULL AS amount_in_home_currency, NULL AS exchange_rate, deal.source AS original_source,
    present.closed_at::TIMESTAMPTZ::TIMESTAMP AS closed_at, present.amount_in_currency::DOUBLE AS amount_in_currency,
    company_id(deal.company) AS company_id,
    perhaps(0.96, n, 'contact known', contact_id(deal.contact)) AS contact_id,
    CASE WHEN deal.pipeline = 2 OR roll(n, 'old customer') < 0.2 THEN 'Existing business'
      ELSE perhaps(0.93, n, 'type known', 'New business') END AS type,
    -- A reason stays behind when a lost deal is opened again.
    CASE WHEN life.was_lost OR (stage.is_closed AND NOT stage.is_won)
      THEN perhaps(0.85, n, 'loss reason given', chosen('loss_reasons', n, 'loss reason')) END AS closed_lost_reason,
    CASE WHEN stage.is_won
      THEN perhaps(0.6, n, 'win reason given', chosen('win_reasons', n, 'win reason')) END AS closed_won_reason,
    perhaps(0.45, n, 'competitor known', chosen('competitors', n, 'competitor')) AS competitor,
    perhaps(0.95, n, 'product known', deal.product_line) AS product_line,
    perhaps(0.85, n, 'seats known', deal.seats) AS number_of_seats
  FROM deal
  JOIN deal_present AS present USING (n)
  JOIN deal_life AS life USING (n)
  JOIN stage ON stage.id = present.stage_id
  ORDER BY n`

export const dealChapter: Chapter = {
  doing: 'Deals and their history',
  tables: [
    `CREATE TABLE product AS SELECT * FROM (VALUES ${products}) AS products(n, code, name, usual_seats, price)`,
    deal,
    dealLife,
    dealMoves,
    dealHistory,
    present,
  ],
  pages: [
    { stream: 'deal', rows },
    { stream: 'property_change', rows: changesOf('deal', 'deal_id(n)', 'FROM deal_change') },
  ],
}
