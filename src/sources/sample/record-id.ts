/** Ids are texts with a fixed width, so that they sort like their numbers; no number, no id. */
export const recordIds: readonly string[] = [
  // What strip_accents leaves as it is.
  `CREATE MACRO ascii(name) AS replace(translate(strip_accents(name), 'æø', 'ao'), 'ß', 'ss')`,
  `CREATE MACRO mailbox(name) AS lower(replace(ascii(name), ' ', '.'))`,
  `CREATE MACRO record_id(kind, n, width) AS kind || '-' || lpad(n::VARCHAR, width, '0')`,
  `CREATE MACRO owner_id(n) AS record_id('owner', n, 4)`,
  `CREATE MACRO company_id(n) AS record_id('company', n, 7)`,
  `CREATE MACRO contact_id(n) AS record_id('contact', n, 7)`,
  `CREATE MACRO lead_id(n) AS record_id('lead', n, 7)`,
  `CREATE MACRO conversation_id(n) AS record_id('conversation', n, 7)`,
  `CREATE MACRO deal_id(n) AS record_id('deal', n, 7)`,
  `CREATE MACRO activity_id(n) AS record_id('activity', n, 9)`,
]
