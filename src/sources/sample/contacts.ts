import type { Chapter } from './chapter.ts'

/** The first eighth was imported on the first day. Nobody works for a company that came later. */
const arrival = `
  SELECT n, residue_of(n) AS residue, n <= 0.12 * the('contacts') AS is_imported,
    greatest(0, (turn(n, the('contacts'), 'contact came') - 0.12) / 0.88) AS v,
    CASE WHEN is_imported THEN 2 + 3 * roll(n, 'contact imported') ELSE coming(v) END AS p,
    perhaps(0.88, n, 'works for a company',
      nearby(the('companies') * (0.2 + 0.8 * v), residue_of(n), 1, n, 'works for')) AS company
  FROM number WHERE n <= the('contacts')`

const placed = `
  SELECT arrival.*, country, phone, bucket_of(p) AS bucket,
    CASE WHEN roll(n, 'served by success') < 0.1 THEN 'success' ELSE region END AS team,
    word_slot(n, 'contact city') AS city_slot, word_slot(n, 'first name') AS first_slot,
    word_slot(n, 'last name') AS last_slot, roster_slot(n, 'contact owner') AS owner_slot
  FROM arrival JOIN place USING (residue)`

const named = `
  SELECT placed.*, city.city, first.first_name || ' ' || last.last_name AS name,
    perhaps(0.92, n, 'contact has owner', worker) AS first_owner,
    p + CASE WHEN roll(n, 'assigned later') < 0.12 THEN 1 + wait(n, 'assigned', 12) ELSE 0 END AS assigned_p
  FROM placed
  JOIN place_word AS city ON city.residue = placed.residue AND city.slot = city_slot
  JOIN place_word AS first ON first.residue = placed.residue AND first.slot = first_slot
  JOIN place_word AS last ON last.residue = placed.residue AND last.slot = last_slot
  JOIN roster ON roster.team = placed.team AND roster.bucket = placed.bucket AND roster.slot = owner_slot`

const contact = `
  CREATE TABLE contact AS
  WITH arrival AS (${arrival}), placed AS (${placed}), named AS (${named})
  SELECT named.n, p, company, country, phone, city, name, first_owner, assigned_p, deputy AS second_owner,
    CASE WHEN is_imported THEN 'OFFLINE'
      WHEN roll(named.n, 'source known') < 0.96 THEN chosen('sources', named.n, 'source') END AS source,
    CASE
      WHEN left_tick > assigned_p AND roll(named.n, 'taken over') < 0.7
        THEN left_tick + 40 * roll(named.n, 'taken over after')
      WHEN roll(named.n, 'handed over') < 0.08 THEN assigned_p + 60 + wait(named.n, 'handed over after', 600)
    END AS handed_p
  FROM named
  LEFT JOIN person ON person.n = first_owner
  LEFT JOIN deputy ON deputy.n = first_owner`

export const contactChapter: Chapter = { doing: 'Contacts', tables: [contact], pages: [] }
